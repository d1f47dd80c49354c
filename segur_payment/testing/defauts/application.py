"""Put named defects in a dossier: a model, or a folder of PDFs."""

from __future__ import annotations

from typing import TypeVar, cast

from segur_payment.dossier import Dossier, DossierAvance, DossierSolde
from segur_payment.testing.defauts.catalogue import DEFAUTS, controler
from segur_payment.testing.dossier_pdf import DossierPdf

D = TypeVar("D", bound=DossierAvance | DossierSolde | DossierPdf)


def avec_defaut(dossier: D, *codes: str) -> D:
    """The dossier with the defects that the rules ``codes`` must see, and no other.

    ::

        avec_defaut(dossier_avance, "SAS-MES-02")
        avec_defaut(dossier_avance_pdf, "SAS-MES-04", "SAS-DSH-06")

    A folder of PDFs is written anew beside the first one, which stays as it is. Some defects
    entail another one: :func:`codes_attendus` says what fires. A code given twice counts once.

    Raises:
        ErreurKit: unknown code, code of the other phase, defects that hide one another, or a
            piece that the defect is to be written on and that is not there.
    """
    if isinstance(dossier, DossierPdf):
        return cast(D, dossier.avec_defaut(*codes))
    controler(dossier.phase, *codes)
    fautif: Dossier = dossier
    for code in dict.fromkeys(codes):
        fautif = DEFAUTS[code].appliquer(fautif)
    return cast(D, fautif)
