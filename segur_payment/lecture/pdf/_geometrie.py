"""Arithmetic of rectangles ``(x0, y0, x1, y1)``."""

from __future__ import annotations

from collections.abc import Iterable

from ._moteur import Rectangle


def aire(a: Rectangle) -> float:
    """Zero for an empty rectangle."""
    return max(0.0, a[2] - a[0]) * max(0.0, a[3] - a[1])


def commun(a: Rectangle, b: Rectangle) -> Rectangle:
    """The intersection, possibly empty."""
    return (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))


def reunion(boites: Iterable[Rectangle]) -> Rectangle:
    """The smallest rectangle around all."""
    gauches, hauts, droites, bas = zip(*boites, strict=True)
    return (min(gauches), min(hauts), max(droites), max(bas))


def gonfler(a: Rectangle, de: float) -> Rectangle:
    """Moved outwards on the four sides; inwards when negative."""
    return (a[0] - de, a[1] - de, a[2] + de, a[3] + de)


def milieu(a: Rectangle) -> tuple[float, float]:
    """The centre."""
    return (a[0] + a[2]) / 2, (a[1] + a[3]) / 2


def contient(a: Rectangle, b: Rectangle, marge: float = 0.0) -> bool:
    """Whether ``b`` lies within ``a``, give or take ``marge``."""
    return (
        a[0] - marge <= b[0]
        and a[1] - marge <= b[1]
        and a[2] + marge >= b[2]
        and a[3] + marge >= b[3]
    )


def contient_point(a: Rectangle, point: tuple[float, float]) -> bool:
    """Whether the point lies within."""
    return a[0] <= point[0] <= a[2] and a[1] <= point[1] <= a[3]


def touche(a: Rectangle, b: Rectangle) -> bool:
    """Whether they share a point."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def echelle_permise(zone: Rectangle, souhaitee: float, pixels_max: int) -> float:
    """The wished scale, or less where the zone would take too many pixels."""
    pixels = aire(zone) * souhaitee * souhaitee
    return souhaitee if pixels <= pixels_max else float(souhaitee * (pixels_max / pixels) ** 0.5)
