package io.mapscope.jfr;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.MetadataDefinition;
import jdk.jfr.Name;
import jdk.jfr.Relational;

/**
 * Marks the field that says which map an event is about; a viewer relates all events that have the
 * same value in a field so marked.
 */
@MetadataDefinition
@Relational
@Name("mapscope.MapId")
@Label("Map")
@Description("Binds together all events about the maps of one class and site")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface MapId {}
