"""One file → the documents that follow one another in it, each recognised or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from segur_payment.dossier import DocumentReconnu, TypePiece
from segur_payment.lecture.document import Document
from segur_payment.lecture.pdf.modele import DocumentLu
from segur_payment.lecture.prudence import SUR
from segur_payment.lecture.reconnaissance import Reconnaissance, debut_de_piece, reconnaitre
from segur_payment.lecture.redressement import redresser


@dataclass(frozen=True, slots=True)
class Part:
    """A document, and what it was recognised as."""

    document: Document
    type: TypePiece | None
    """None: neither its content nor anybody says what it is."""
    reconnaissance: Reconnaissance | None
    role: TypePiece | None = None
    """The piece that a person said it was."""

    @property
    def titre(self) -> str:
        """The words that made it recognised."""
        return self.reconnaissance.preuve.extrait if self.reconnaissance else ""

    @property
    def score(self) -> float:
        """How surely it was recognised."""
        return self.reconnaissance.force if self.reconnaissance else 0.0

    def suivie_de(self, suite: Part) -> Part:
        """The same piece, with its pages of another file."""
        return replace(self, document=self.document.suivi_de(suite.document))

    def dite(self) -> DocumentReconnu | None:
        """What a person is told of it; None when nothing was recognised."""
        if self.reconnaissance is None:
            return None
        return DocumentReconnu(
            type=self.reconnaissance.type,
            pages=_etendue(self.document),
            score=self.reconnaissance.score,
            raison=self.reconnaissance.raison,
            doute=self.reconnaissance.doute,
        )

    def dite_suite(self, piece: TypePiece, raison: str) -> DocumentReconnu:
        """What a person is told of it when it continues ``piece``."""
        return DocumentReconnu(
            type=piece, pages=_etendue(self.document), score=1, raison=raison, suite=True
        )


def _etendue(document: Document) -> tuple[int, int]:
    return document.pages[0].numero, document.pages[-1].numero


def parts_de(nom: str, lu: DocumentLu, roles: tuple[TypePiece, ...]) -> Iterator[Part]:
    """The documents of a file; ``roles`` are the pieces that a person said it holds."""
    lu = redresser(lu)
    entier = Document.de(nom, lu)
    debuts = _debuts(entier)
    for debut, fin in zip(debuts, [*debuts[1:], len(entier.pages)], strict=True):
        document = entier.extrait(debut, fin)
        trouvee = reconnaitre(document)
        if trouvee and not (roles and _autre_mal_lu(trouvee)):
            yield Part(document, trouvee.type, trouvee, roles[0] if roles else None)
        elif roles:
            yield from (Part(document, role, None, role) for role in roles)
        else:
            yield Part(document, None, None)


def _autre_mal_lu(trouvee: Reconnaissance) -> bool:
    """A picture that is not surely another document may be what a person says that it is."""
    confiance = trouvee.preuve.confiance
    return trouvee.type is TypePiece.AUTRE and confiance is not None and confiance < SUR


def _debuts(entier: Document) -> list[int]:
    """The places of the pages that begin another document than the one before."""
    debuts = [0]
    if len(entier.pages) < 2:
        return debuts
    courante: TypePiece | None = None
    for rang in range(len(entier.pages)):
        annonce = debut_de_piece(entier.extrait(rang, rang + 1), courante)
        if annonce and annonce.type is not courante:
            if rang and courante is not None:
                debuts.append(rang)
            courante = annonce.type
    return debuts
