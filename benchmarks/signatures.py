"""Time per signature, against the bare validation of pyHanko and against reading the file.

    python benchmarks/signatures.py [--passages N]

One PV, signed 1, 2 and 5 times by the test PKI. Only the ratios mean anything: all ways take
turns on the same files, and the best of several rounds counts.

- *reading*: the whole reading of the file (words, boxes, form), in this process;
- *detection*: what the core adds to it for the signatures, without any extra: the reading of the
  structure of the signed file less that of the same file without signatures;
- *pyHanko alone*: its own validation with the same roots, in this process;
- *check*: the verifier of the extra ``[signatures]``, in its own process, facts and models made.
"""

from __future__ import annotations

import argparse
import io
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.lecture.pdf._document import lire_document
from segur_payment.lecture.pdf._structure import lire_structure
from segur_payment.lecture.signatures import VerificateurPyHanko
from segur_payment.testing.pki import MOMENT, apposer, pki_de_test

PV = Path(__file__).resolve().parents[1] / "examples/avance_bonne/2_PV_mise_en_service.pdf"
NOMBRES = (1, 2, 5)
BORNES = asdict(LimitesLecture())


def signer(pdf: bytes, fois: int) -> bytes:
    """One update per signature, the éditeur and the ANS by turns."""
    pki = pki_de_test()
    for rang in range(fois):
        pdf = apposer(pdf, (pki.editeur, pki.ans)[rang % 2], champ=f"Signature {rang + 1}")
    return pdf


def pyhanko_seul(octets: bytes) -> None:
    racine = x509.Certificate.load(pki_de_test().racine.der)
    for signature in PdfFileReader(io.BytesIO(octets)).embedded_signatures:
        contexte = ValidationContext(trust_roots=[racine], allow_fetching=False, moment=MOMENT)
        assert validate_pdf_signature(signature, contexte).bottom_line


def chronometrer(actions: Mapping[str, Callable[[], object]], passages: int) -> dict[str, float]:
    """The best time of each action, in milliseconds; they take turns."""
    meilleurs = dict.fromkeys(actions, float("inf"))
    for _ in range(passages + 1):  # the first round warms up, and is never the best
        for nom, action in actions.items():
            debut = time.perf_counter()
            action()
            meilleurs[nom] = min(meilleurs[nom], 1000 * (time.perf_counter() - debut))
    return meilleurs


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--passages", type=int, default=20)
    passages = options.parse_args().passages
    logging.disable()
    vierge = PV.read_bytes()
    signes = {nombre: signer(vierge, nombre) for nombre in NOMBRES}
    verificateur = VerificateurPyHanko([pki_de_test().racine.der], moment=MOMENT)
    actions: dict[str, Callable[[], object]] = {"structure 0": lambda: lire_structure(vierge)}
    for nombre, octets in signes.items():
        actions |= {
            f"lecture {nombre}": lambda o=octets: lire_document(o, BORNES),
            f"structure {nombre}": lambda o=octets: lire_structure(o),
            f"pyhanko {nombre}": lambda o=octets: pyhanko_seul(o),
            f"examen {nombre}": lambda o=octets: verificateur.examiner(o),
        }
    temps = chronometrer(actions, passages)
    print(
        "| Signatures | Reading (ms) | Detection, a signature | pyHanko alone, a signature |"
        " Check, a signature | Check / pyHanko | Detection / reading | Check / reading |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for nombre in NOMBRES:
        lecture, hanko, examen = (temps[f"{n} {nombre}"] for n in ("lecture", "pyhanko", "examen"))
        detection = temps[f"structure {nombre}"] - temps["structure 0"]
        print(
            f"| {nombre} | {lecture:.1f} | {detection / nombre:.2f} | {hanko / nombre:.1f} "
            f"| {examen / nombre:.1f} | ×{examen / hanko:.2f} | ×{detection / lecture:.3f} "
            f"| ×{examen / lecture:.2f} |"
        )


if __name__ == "__main__":
    main()
