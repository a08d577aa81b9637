// Figures as people read them; the same rules as io.mapscope.profile.text.Figures.

const UNITS = "KMGTPE";
const FIRST_ROUNDED = 10_000;

function threeDigits(scaled) {
  return scaled.toFixed(scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0);
}

function withUnit(figure) {
  let scaled = figure;
  let unit = -1;
  while (scaled >= 999.5 && unit < UNITS.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${threeDigits(scaled)}\u00a0${UNITS[unit]}`;
}

export const count = (n) => (n < FIRST_ROUNDED ? String(n) : withUnit(n));
export const counted = (n, noun, plural = noun + "s") => `${count(n)} ${n === 1 ? noun : plural}`;
export const bytes = (n) => (n < 1000 ? `${n}\u00a0B` : `${withUnit(n)}B`);

export function nanos(n) {
  if (n >= 60e9) {
    return duration(n / 1e9);
  }
  const units = ["ns", "\u00b5s", "ms", "s"];
  let scaled = n;
  let unit = 0;
  while (scaled >= 999.5 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${unit === 0 ? n : threeDigits(scaled)}\u00a0${units[unit]}`;
}

export function rate(perSecond) {
  if (perSecond === 0) {
    return "0";
  }
  if (perSecond < 0.1) {
    return "<0.1";
  }
  return perSecond < FIRST_ROUNDED ? perSecond.toFixed(perSecond < 10 ? 1 : 0) : withUnit(perSecond);
}

export function percent(ratio) {
  const whole = Math.round(ratio * 100);
  if (whole === 0 && ratio > 0) {
    return "<1\u00a0%";
  }
  return whole === 100 && ratio < 1 ? ">99\u00a0%" : `${whole}\u00a0%`;
}

export const finePercent = (ratio) => `${(ratio * 100).toFixed(ratio < 0.01 ? 2 : 1)}\u00a0%`;

export function duration(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${seconds.toFixed(1)}\u00a0s`;
  }
  if (whole < 3600) {
    return `${Math.floor(whole / 60)}\u00a0min ${whole % 60}\u00a0s`;
  }
  return `${Math.floor(whole / 3600)}\u00a0h ${Math.floor((whole % 3600) / 60)}\u00a0min`;
}

/** A figure of a finding's evidence, by the unit in its name: {name, value} as words. */
export function evidence(name, value) {
  if (typeof value !== "number") {
    return [words(name), String(value)];
  }
  for (const [unit, show] of [
    ["Nanos", nanos],
    ["Bytes", bytes],
    ["PerSecond", (n) => `${rate(n)} /s`],
    ["Seconds", duration],
  ]) {
    if (name.endsWith(unit)) {
      return [words(name.slice(0, -unit.length)), show(value)];
    }
  }
  if (name.endsWith("Ratio")) {
    return [words(name), percent(value)];
  }
  return [words(name), Number.isInteger(value) ? count(value) : value.toPrecision(3)];
}

/** readRatio as "read ratio". */
export const words = (name) => name.replace(/(?<=[\p{Ll}\d])(\p{Lu})/gu, " $1").toLowerCase();
