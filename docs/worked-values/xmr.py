"""Worked values of XmR charts, computed a second time and in another way than app/domain/measure does.

    python3 docs/worked-values/xmr.py > app/domain/measure/worked-values.json

Independent on purpose: exact fractions instead of floating point; every window of 3 or 7 values is
looked at by itself instead of walking along runs; the direction of a signal comes from the window.
Nothing is shared with the product but the rules in words (decision 0018). Series are given as text, so
that both sides start from the same decimals.
"""
import json
import random
from fractions import Fraction as F

FACTOR = F("2.66")


def windows(n, size):
    return [range(start, start + size) for start in range(n - size + 1)]


def chart(texts):
    y = [F(t) for t in texts]
    n = len(y)
    mean = sum(y) / n
    ranges = [max(a, b) - min(a, b) for a, b in zip(y, y[1:])]
    average = sum(ranges) / len(ranges)
    upper, lower = mean + FACTOR * average, mean - FACTOR * average
    near_upper = mean + 2 * (upper - mean) / 3
    near_lower = mean - 2 * (mean - lower) / 3

    marks = {rule: {} for rule in ("outside", "trend", "two-of-three", "shift")}
    for i, v in enumerate(y):
        if v > upper:
            marks["outside"][i] = "up"
        if v < lower:
            marks["outside"][i] = "down"
    for w in windows(n, 7):
        seven = [y[i] for i in w]
        # a later window never takes a value from the trend that it is part of already
        if sorted(set(seven)) == seven:
            for i in w:
                marks["trend"].setdefault(i, "up")
        if sorted(set(seven), reverse=True) == seven:
            for i in w:
                marks["trend"].setdefault(i, "down")
        if min(seven) > mean:
            for i in w:
                marks["shift"][i] = "up"
        if max(seven) < mean:
            for i in w:
                marks["shift"][i] = "down"
    for w in windows(n, 3):
        high = [i for i in w if near_upper < y[i] <= upper]
        low = [i for i in w if lower <= y[i] < near_lower]
        if len(high) >= 2 and min(y[i] for i in w) > mean:
            marks["two-of-three"].update({i: "up" for i in high})
        if len(low) >= 2 and max(y[i] for i in w) < mean:
            marks["two-of-three"].update({i: "down" for i in low})

    signals = []
    for i in range(n):
        found = next((r for r in ("outside", "trend", "two-of-three", "shift") if i in marks[r]), None)
        signals.append(None if found is None or n < 10 else f"{found} {marks[found][i]}")
    return {
        "values": texts,
        "mean": float(mean),
        "lower": float(lower),
        "upper": float(upper),
        "nearLower": float(near_lower),
        "nearUpper": float(near_upper),
        "signals": signals,
    }


def series():
    yield "flat", ["7"] * 14
    yield "flat in tenths, whose sum no computer can hold", ["0.1"] * 13
    yield "rising every period", [str(k) for k in range(1, 13)]
    yield "seven falling after a level", ["20", "21", "20", "21", "20", "19", "18", "17", "16", "15", "14", "20"]
    yield "seven on one side", ["9", "11"] * 6 + ["13"] * 7 + ["8", "10"] * 4
    yield "six and one on the mean", ["10", "12", "8", "12", "8", "12", "8", "11", "11", "11", "11", "11", "11", "10", "9", "9", "9", "9", "9", "9", "10"]
    yield "one far above", ["10", "11", "10", "11", "10", "11", "10", "11", "10", "11", "10", "11", "30", "10"]
    yield "two of three near", ["50", "52", "48", "51", "49", "52", "48", "51", "49", "50", "57", "51", "57", "50", "48", "51"]
    yield "up and down again", ["5", "6", "7", "8", "9", "10", "11", "10", "9", "8", "7", "6", "5"]
    yield "nine values", ["1", "9", "1", "9", "1", "9", "1", "9", "40"]
    yield "ten values", ["1", "2", "1", "2", "1", "2", "1", "2", "1", "40"]
    chance = random.Random(2019)
    for number in range(1, 61):
        length = chance.choice([2, 7, 10, 11, 12, 13, 24, 36, 60])
        places = chance.choice([0, 1, 2])
        level, drift = chance.uniform(5, 90), chance.choice([0, 0, 0.4, -0.3])
        spread = chance.uniform(0.2, 6)
        made = []
        for k in range(length):
            step = 8 if chance.random() < 0.05 else 0
            lift = 5 if number % 4 == 0 and k > length / 2 else 0
            made.append(f"{max(0, level + drift * k + lift + chance.gauss(0, spread) + step):.{places}f}")
        yield f"by chance {number}", made


print(json.dumps({name: chart(values) for name, values in series()}, indent=1))
