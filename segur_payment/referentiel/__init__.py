"""THE LAW AS DATA: dated amounts and requirements of the SAS scheme, each with its source."""

from segur_payment.referentiel.referentiel import (
    SAS,
    Certitude,
    Exigence,
    Referentiel,
    Source,
    charger,
)

__all__ = ["SAS", "Certitude", "Exigence", "Referentiel", "Source", "charger"]
