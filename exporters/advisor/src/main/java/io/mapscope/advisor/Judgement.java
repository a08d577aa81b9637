package io.mapscope.advisor;

import io.mapscope.profile.MapProfile;

/** What one rule made of one map that it concerns. */
public record Judgement(Rule rule, MapProfile map, Verdict verdict) {}
