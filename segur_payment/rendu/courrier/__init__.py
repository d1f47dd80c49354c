"""The letter that the ASP could write about a verdict: a simulation, and it says so everywhere."""

from segur_payment.rendu.courrier.lettre import lettre
from segur_payment.rendu.imprime.markdown import en_markdown
from segur_payment.rendu.imprime.pdf import en_pdf
from segur_payment.verdict import Verdict

__all__ = ["courrier_markdown", "courrier_pdf"]


def courrier_markdown(verdict: Verdict) -> str:
    """The letter as Markdown."""
    return en_markdown(lettre(verdict))


def courrier_pdf(verdict: Verdict) -> bytes:
    """The letter as PDF; the same verdict gives the same bytes.

    Raises:
        ErreurPdf: the extra ``[pdf]`` is not installed.
    """
    return en_pdf(lettre(verdict))
