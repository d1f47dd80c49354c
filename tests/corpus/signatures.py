"""One public PDF: what the library says of its signatures, against pyHanko and the raw bytes."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from segur_payment.dossier import ExamenSignature
from segur_payment.lecture.pdf import DocumentLu, LecteurPdf
from segur_payment.lecture.signatures import VerificateurSignatures

from . import attendus_dss as dss
from .signatures_brutes import signatures_brutes

_ENTIERES = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
_DROITS = re.compile(rb"/TransformMethod\s*/UR3?\b")


@dataclass(frozen=True, slots=True)
class Oracle:
    """One signature as pyHanko itself sees it, no trust asked."""

    champ: str
    horodatage: bool
    juste: bool | None
    """Digest and value right, and its revision covered; None: pyHanko fails on it."""
    valeur: bool | None
    """Digest and value right."""
    fin: int | None
    """Where the bytes that it covers end."""


@dataclass(slots=True)
class Releve:
    """What one file gave."""

    nom: str
    signee: bool = False
    """By pyHanko, or by the raw bytes when it cannot open the file."""
    oracle_muet: bool = False
    """pyHanko cannot list its signatures."""
    vue: bool | None = None
    """Signed, by the core; None: said not to be verifiable."""
    signatures: int = 0
    examinees: int = 0
    intactes: int = 0
    empechees: int = 0
    ecarts: list[str] = field(default_factory=list)
    """Signatures that the oracles hold for good and that are not said to be."""
    fautes: list[str] = field(default_factory=list)
    """Signed called unsigned; altered called intact."""
    detection: float = 0.0
    """Seconds of the whole reading of the file by the core."""
    examen: float = 0.0
    """Seconds of the cryptographic check."""


def fichiers_signes(racine: Path) -> list[Path]:
    """Every PDF below the folder with the trace of a signature."""
    return sorted(
        c
        for c in racine.rglob("*")
        if c.suffix.lower() == ".pdf" and c.is_file() and b"ByteRange" in c.read_bytes()
    )


def passer(chemin: Path, lecteur: LecteurPdf, verificateur: VerificateurSignatures) -> Releve:
    """Detect, examine and compare."""
    octets = chemin.read_bytes()
    releve = Releve(chemin.name)
    oracle = _oracle(octets, releve)
    debut = time.monotonic()
    lu = lecteur.lire(octets)
    milieu = time.monotonic()
    examens = _examiner(verificateur, octets, releve)
    releve.detection, releve.examen = milieu - debut, time.monotonic() - milieu
    releve.signee = bool(oracle) if not releve.oracle_muet else _brute(octets)
    releve.vue = _vue(lu)
    if releve.signee and releve.vue is False:
        releve.fautes.append("signé, et dit non signé")
    releve.signatures = len(oracle)
    releve.examinees = len(examens)
    releve.intactes = sum(e.intact is True for e in examens)
    releve.empechees = sum(e.empechement is not None for e in examens)
    releve.fautes += _fausses(examens, oracle, octets)
    releve.fautes += _contre_dss(chemin, [e for e in examens if not e.horodatage_document])
    releve.ecarts += _ecarts(examens, oracle)
    return releve


def _vue(lu: DocumentLu) -> bool | None:
    if lu.erreur or not lu.structure_lue or lu.signatures_incertaines:
        return None
    return any(signature.remplie for signature in lu.signatures)


def _brute(octets: bytes) -> bool:
    """Signed by its bytes alone: one signature more than the usage rights of a form."""
    return len(signatures_brutes(octets)) > len(_DROITS.findall(octets))


def _examiner(
    verificateur: VerificateurSignatures, octets: bytes, releve: Releve
) -> Sequence[ExamenSignature]:
    try:
        return verificateur.examiner(octets)
    except Exception as erreur:  # noqa: BLE001 - a verifier may fail on a hostile file, and says so
        releve.ecarts.append(f"aucun examen : {type(erreur).__name__}")
        return ()


def _oracle(octets: bytes, releve: Releve) -> list[Oracle]:
    try:
        lecteur = PdfFileReader(io.BytesIO(octets), strict=False)
        return [_juger(signature) for signature in lecteur.embedded_signatures]
    except Exception:  # noqa: BLE001 - pyHanko refuses files in many ways
        releve.oracle_muet = True
        return []


def _juger(signature: EmbeddedPdfSignature) -> Oracle:
    horodatage = signature.sig_object.get("/SubFilter") == "/ETSI.RFC3161"
    nom = str(signature.fq_name)
    valider = validate_pdf_timestamp if horodatage else validate_pdf_signature
    contexte = ValidationContext(trust_roots=[], allow_fetching=False)
    try:
        statut = valider(signature, contexte, skip_diff=True)
        plage = [int(borne) for borne in signature.byte_range]
    except Exception:  # noqa: BLE001 - pyHanko fails on one signature in as many ways
        return Oracle(nom, horodatage, None, None, None)
    valeur = bool(statut.intact and statut.valid)
    entiere = signature.evaluate_signature_coverage() in _ENTIERES
    return Oracle(nom, horodatage, valeur and entiere, valeur, plage[2] + plage[3])


def _fausses(
    examens: Sequence[ExamenSignature], oracle: Sequence[Oracle], octets: bytes
) -> Iterator[str]:
    """Signatures called intact that one oracle holds for bad."""
    jugees = {o.champ: o for o in oracle}
    brutes = {b.fin: b.empreinte_juste for b in signatures_brutes(octets)}
    for examen in examens:
        jugee = jugees.get(examen.champ)
        if examen.intact is True and jugee:
            if jugee.juste is False:
                yield f"{examen.champ} : dite intacte, pyHanko dit non"
            if brutes.get(jugee.fin or 0) is False:
                yield f"{examen.champ} : dite intacte, l’empreinte des octets est autre"


def _contre_dss(chemin: Path, examens: Sequence[ExamenSignature]) -> Iterator[str]:
    nom = chemin.name.split("__")[-1]
    intactes = [e.champ for e in examens if e.intact is True]
    if nom in dss.AUCUNE_JUSTE and intactes:
        yield f"DSS n’en tient aucune pour juste : {', '.join(intactes)}"
    if nom in (dss.PAS_TOUTES_JUSTES | dss.CONTENU_CHANGE) and len(intactes) == len(examens) > 0:
        yield "DSS tient le fichier pour changé, et toutes sont dites intactes"


def _ecarts(examens: Sequence[ExamenSignature], oracle: Sequence[Oracle]) -> Iterator[str]:
    vus = {e.champ: e for e in examens}
    for jugee in oracle:
        examen = vus.get(jugee.champ)
        if jugee.valeur and not (examen and examen.integre and examen.valide):
            raison = examen.empechement if examen else "pas d’examen"
            yield f"{jugee.champ} : juste pour pyHanko, {raison or 'dite fausse'}"
        if jugee.valeur is False and not (examen and False in (examen.integre, examen.valide)):
            yield f"{jugee.champ} : fausse pour pyHanko, non dite fausse"
