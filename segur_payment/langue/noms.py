"""Names of companies, persons and products, compared as people compare them."""

from segur_payment.langue.personnes import comparer_personnes
from segur_payment.langue.rapprochement import Rapprochement
from segur_payment.langue.societes import comparer_societes, est_forme_sociale
from segur_payment.langue.solutions import (
    comparer_solutions,
    comparer_versions,
    separer_version,
    separer_versions,
)

__all__ = [
    "Rapprochement",
    "comparer_personnes",
    "comparer_societes",
    "comparer_solutions",
    "comparer_versions",
    "est_forme_sociale",
    "separer_version",
    "separer_versions",
]
