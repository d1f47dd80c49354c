"""A test PKI: PDFs signed by an éditeur and by the ANS, well or badly, for test suites.

::

    from segur_payment.testing.pki import Scenario, signer

    octets = signer(Scenario.EXPIRE, Path("pv.pdf").read_bytes())

Needs the extra ``[testing]``. No network, no clock; nothing here proves anything to anyone.
"""

try:
    import pyhanko as _pyhanko  # noqa: F401
except ImportError as _absente:
    raise ImportError(
        "La PKI de test a besoin de pyHanko : installez « segur-payment[testing] »."
    ) from _absente

from .acteurs import CONTRESIGNE_LE, MOMENT, SIGNE_LE, Pki, pki_de_test
from .apposition import Certification, apposer, horodater, reserver
from .certificats import Autorite, Identite, Porteur, autosigne, racine
from .emplacement import Cadre, cadre_de
from .fabrique import signer
from .modification import (
    ajouter_champ,
    ajouter_page,
    ajouter_preuves,
    alterer,
    annoter,
    changer_metadonnees,
    changer_page,
    commenter,
    joindre,
    raccourcir_plage,
    reecrire,
    remplir,
)
from .scenarios import Scenario

__all__ = [
    "CONTRESIGNE_LE",
    "MOMENT",
    "SIGNE_LE",
    "Autorite",
    "Cadre",
    "Certification",
    "Identite",
    "Pki",
    "Porteur",
    "Scenario",
    "ajouter_champ",
    "ajouter_page",
    "ajouter_preuves",
    "alterer",
    "annoter",
    "apposer",
    "autosigne",
    "cadre_de",
    "changer_metadonnees",
    "changer_page",
    "commenter",
    "horodater",
    "joindre",
    "pki_de_test",
    "raccourcir_plage",
    "racine",
    "reecrire",
    "remplir",
    "reserver",
    "signer",
]
