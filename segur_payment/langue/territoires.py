"""Regions and departments of France: what restricts « les effecteurs » to a part of the country."""

from __future__ import annotations

REGIONS = (
    "auvergne-rhone-alpes", "bourgogne-franche-comte", "bretagne", "centre-val de loire", "corse",
    "grand est", "guadeloupe", "guyane", "hauts-de-france", "ile-de-france", "martinique",
    "mayotte", "normandie", "nouvelle-aquitaine", "occitanie", "pays de la loire",
    "provence-alpes-cote d'azur", "paca", "reunion",
)  # fmt: skip
DEPARTEMENTS = (
    "ain", "aisne", "allier", "alpes-de-haute-provence", "hautes-alpes", "alpes-maritimes",
    "ardeche", "ardennes", "ariege", "aube", "aude", "aveyron", "bouches-du-rhone", "calvados",
    "cantal", "charente", "charente-maritime", "cher", "correze", "corse-du-sud", "haute-corse",
    "cote-d'or", "cotes-d'armor", "creuse", "dordogne", "doubs", "drome", "eure", "eure-et-loir",
    "finistere", "gard", "haute-garonne", "gers", "gironde", "herault", "ille-et-vilaine", "indre",
    "indre-et-loire", "isere", "jura", "landes", "loir-et-cher", "loire", "haute-loire",
    "loire-atlantique", "loiret", "lot-et-garonne", "lozere", "maine-et-loire", "manche",
    "marne", "haute-marne", "mayenne", "meurthe-et-moselle", "meuse", "morbihan", "moselle",
    "nievre", "nord", "oise", "orne", "pas-de-calais", "puy-de-dome", "pyrenees-atlantiques",
    "hautes-pyrenees", "pyrenees-orientales", "bas-rhin", "haut-rhin", "rhone", "haute-saone",
    "saone-et-loire", "sarthe", "savoie", "haute-savoie", "paris", "seine-maritime",
    "seine-et-marne", "yvelines", "deux-sevres", "somme", "tarn", "tarn-et-garonne", "var",
    "vaucluse", "vendee", "vienne", "haute-vienne", "vosges", "yonne", "territoire de belfort",
    "essonne", "hauts-de-seine", "seine-saint-denis", "val-de-marne", "val-d'oise",
)  # fmt: skip
"""As normal form writes them, less « lot », which is a word of contracts. Source: INSEE, 2024."""
