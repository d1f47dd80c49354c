"""Zips as attackers make them, and as honest tools do."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from segur_payment.dossier import Phase
from segur_payment.erreurs import ErreurEntree
from segur_payment.lecture import lire_dossier
from segur_payment.lecture.pdf import LimitesLecture
from segur_payment.rendu.texte import rendre
from segur_payment.rendu.typographie import invisible
from segur_payment.verdict import Decision, verifier

from .envois import decision, ranger, refus, zipper
from .papiers import DEPOT, bon_avance, cgu, juger, pv_mes, reunir


def _archive(racine: Path, octets: bytes) -> Path:
    chemin = racine / "envoi.zip"
    chemin.write_bytes(octets)
    return chemin


@pytest.mark.parametrize(
    "nom",
    [
        "../pv.pdf",
        "a/../../pv.pdf",
        "/tmp/pv.pdf",
        pytest.param("..\\pv.pdf"),
    ],
)
def test_un_membre_qui_sort_de_l_archive_n_est_pas_lu(tmp_path: Path, nom: str) -> None:
    archive = _archive(tmp_path, zipper({**bon_avance(pv=None), nom: pv_mes()}))
    lu = lire_dossier(archive, date_depot=DEPOT)
    refuses = [f for f in lu.fichiers if f.illisible]
    assert [f.illisible for f in refuses] == ["son nom sort de l’archive"]
    assert ".." not in Path(refuses[0].nom).parts
    assert "SAS-FIC-01" in verifier(lu).codes
    assert sorted(p.name for p in tmp_path.iterdir()) == ["envoi.zip"]


def test_un_membre_chiffre_est_un_constat(tmp_path: Path) -> None:
    octets = bytearray(zipper(bon_avance()))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        debut = octets.index(signature) + place
        octets[debut : debut + 2] = struct.pack("<H", 1)
    premier = next(iter(bon_avance()))
    raison = "il est protégé par un mot de passe dans l’archive"
    assert refus(_archive(tmp_path, bytes(octets)), premier) == raison


def test_un_membre_abime_est_un_constat(tmp_path: Path) -> None:
    octets = bytearray(zipper(bon_avance()))
    octets[200:230] = bytes(30)
    raison = refus(_archive(tmp_path, bytes(octets)), next(iter(bon_avance())))
    assert raison == "il est abîmé dans l’archive"


def test_un_membre_de_methode_inconnue_est_un_constat(tmp_path: Path) -> None:
    octets = bytearray(zipper(bon_avance()))
    for signature, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        debut = octets.index(signature) + place
        octets[debut : debut + 2] = struct.pack("<H", 99)
    raison = refus(_archive(tmp_path, bytes(octets)), next(iter(bon_avance())))
    assert raison == "sa compression dans l’archive n’est pas prise en charge"


def test_une_bombe_est_bornee(tmp_path: Path) -> None:
    bombe = zipper({**bon_avance(pv=None), "pv.pdf": bytes(30_000_000)})
    assert len(bombe) < 100_000
    bornes = LimitesLecture(taille_max=1_000_000)
    assert refus(_archive(tmp_path, bombe), "pv.pdf", bornes) == "le fichier est trop gros"


# --- What the directory says and the members hide ---


def brute(*membres: tuple[bytes, bytes], drapeaux: int = 0, supplement: bytes = b"") -> bytes:
    """A zip of stored members whose names are given byte for byte; names may be repeated."""
    corps, repertoire = bytearray(), bytearray()
    for nom, octets in membres:
        commun = struct.pack(
            "<HHHHHIIIHH", 20, drapeaux, 0, 0, 33, zlib.crc32(octets), len(octets), len(octets),
            len(nom), len(supplement),
        )  # fmt: skip
        place = struct.pack("<HHHII", 0, 0, 0, 0, len(corps))
        repertoire += b"PK\x01\x02" + struct.pack("<H", 20) + commun + place + nom + supplement
        corps += b"PK\x03\x04" + commun + nom + supplement + octets
    fin = struct.pack("<HHHHIIH", 0, 0, *[len(membres)] * 2, len(repertoire), len(corps), 0)
    return bytes(corps + repertoire + b"PK\x05\x06" + fin)


def recopier_l_entree(octets: bytes, fois: int) -> bytes:
    """The directory names the same compressed bytes several times: members that overlap."""
    debut, fin = octets.index(b"PK\x01\x02"), octets.index(b"PK\x05\x06")
    repertoire = octets[debut:fin] * fois
    bilan = struct.pack("<HHHHIIH", 0, 0, fois, fois, len(repertoire), debut, 0)
    return octets[:debut] + repertoire + b"PK\x05\x06" + bilan


def noms(source: Path | Mapping[str, bytes], limites: LimitesLecture | None = None) -> list[str]:
    lu = lire_dossier(source, date_depot=DEPOT, phase=Phase.AVANCE, limites=limites)
    return [f.nom for f in lu.fichiers]


@pytest.mark.parametrize("methode", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_toute_compression_se_lit_et_toute_bombe_est_bornee(tmp_path: Path, methode: int) -> None:
    assert decision(_archive(tmp_path, zipper(bon_avance(), methode))) is Decision.ACCEPTER
    bombe = _archive(tmp_path, zipper({**bon_avance(pv=None), "pv.pdf": bytes(9_000_000)}, methode))
    assert (
        refus(bombe, "pv.pdf", LimitesLecture(taille_max=1_000_000)) == "le fichier est trop gros"
    )


def test_une_taille_annoncee_trop_petite_est_un_membre_abime(tmp_path: Path) -> None:
    octets = bytearray(zipper({**bon_avance(pv=None), "z.pdf": bytes(500_000)}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        debut = octets.rindex(signature) + place
        octets[debut : debut + 4] = struct.pack("<I", 10)
    assert refus(_archive(tmp_path, bytes(octets)), "z.pdf") == "il est abîmé dans l’archive"


def test_le_budget_du_dossier_borne_les_membres_qui_se_recouvrent(tmp_path: Path) -> None:
    archive = _archive(tmp_path, recopier_l_entree(zipper({"pv.pdf": bytes(400_000)}), 30))
    bornes = LimitesLecture(total_max=1_000_000)
    lu = lire_dossier(archive, date_depot=DEPOT, phase=Phase.AVANCE, limites=bornes)
    assert len({f.nom for f in lu.fichiers}) == 30
    assert sum(f.taille for f in lu.fichiers) <= bornes.total_max
    ensemble = "les fichiers du dossier, ensemble, sont trop gros"
    assert [f.illisible for f in lu.fichiers].count(ensemble) == 28


def test_le_budget_vaut_aussi_pour_un_dossier_et_des_octets(tmp_path: Path) -> None:
    pieces = bon_avance()
    total = sum(map(len, pieces.values()))
    for source in (pieces, ranger(tmp_path, pieces)):
        juste = lire_dossier(source, date_depot=DEPOT, limites=LimitesLecture(total_max=total))
        assert verifier(juste).decision is Decision.ACCEPTER
        raison = refus(source, "pv.pdf", LimitesLecture(total_max=total - 1))
        assert raison == "les fichiers du dossier, ensemble, sont trop gros"


def test_un_repertoire_d_archive_demesure_n_est_pas_charge(tmp_path: Path) -> None:
    octets = recopier_l_entree(zipper({"p" * 100: b""}), 60_000)
    with pytest.raises(ErreurEntree, match="zip illisible"):
        lire_dossier(_archive(tmp_path, octets), date_depot=DEPOT)


# --- Zips inside ---


def test_une_archive_dans_le_dossier_s_ouvre(tmp_path: Path) -> None:
    poupee = {**bon_avance(pv=None), "Pièces.ZIP": zipper({"signé/pv.pdf": pv_mes()})}
    for source in (
        poupee,
        ranger(tmp_path / "dossier", poupee),
        _archive(tmp_path, zipper(poupee)),
    ):
        assert "Pièces.ZIP/pv.pdf" in noms(source)
        assert verifier(lire_dossier(source, date_depot=DEPOT)).decision is Decision.ACCEPTER


def test_une_archive_qui_n_en_contient_qu_une_autre_s_ouvre(tmp_path: Path) -> None:
    archive = _archive(tmp_path, zipper({"pieces.zip": zipper(bon_avance())}))
    assert noms(archive) == sorted(bon_avance())
    assert decision(archive) is Decision.ACCEPTER


def test_une_archive_plus_profonde_est_dite() -> None:
    profonde = zipper({"b.zip": zipper({"pv.pdf": pv_mes()}), "cgu.pdf": cgu()})
    raison = refus({**bon_avance(pv=None, cgu=None), "a.zip": profonde}, "a.zip/b.zip")
    assert raison == "c’est une archive dans une archive, elle n’est pas lue"


@pytest.mark.parametrize(
    ("octets", "raison"),
    [
        (zipper({}), "est vide"),
        (zipper({"vide/": b""}), "est vide"),
        (zipper({"pv.pdf": pv_mes()})[:-30], "est abîmée"),
        (zipper({f"{rang}": b"" for rang in range(9)}), "contient plus de 8 fichiers"),
    ],
)
def test_une_archive_inutilisable_parmi_les_fichiers_est_un_constat(
    octets: bytes, raison: str
) -> None:
    dit = refus({**bon_avance(), "a.zip": octets}, "a.zip", LimitesLecture(fichiers_max=8))
    assert dit == f"cette archive zip {raison}"


WORD = "ce n’est pas un PDF, mais un document Word"


def test_un_document_bureautique_n_est_pas_une_archive_de_pieces() -> None:
    word = zipper({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert refus({**bon_avance(), "lettre.docx": word}, "lettre.docx") == WORD


def test_une_poupee_de_bombes_tient_dans_le_budget() -> None:
    poupee = zipper({f"{rang}.zip": zipper({"b.pdf": bytes(900_000)}) for rang in range(16)})
    bornes = LimitesLecture(total_max=1_000_000)
    assert refus({**bon_avance(), "z42.zip": poupee}, "z42.zip/3.zip", bornes)


def test_un_pdf_qui_porte_une_archive_reste_un_pdf(tmp_path: Path) -> None:
    (tmp_path / "dossier.pdf").write_bytes(reunir(*bon_avance().values()) + zipper({"a": b"a"}))
    assert noms(tmp_path / "dossier.pdf") == ["dossier.pdf"]


# --- Names ---


def test_les_fichiers_de_meme_nom_sont_tous_lus_et_distingues(tmp_path: Path) -> None:
    membres = [(nom.encode(), octets) for nom, octets in bon_avance().items()]
    octets = brute(*membres, (b"pv.pdf", b""), (b"./pv.pdf", b"texte"), (b"../pv.pdf", b"dehors"))
    lu = lire_dossier(_archive(tmp_path, octets), date_depot=DEPOT)
    raisons = {f.nom: f.illisible for f in lu.fichiers if f.nom.startswith("pv")}
    assert raisons == {
        "pv.pdf": "ce n’est pas un PDF",
        "pv (2).pdf": None,
        "pv (3).pdf": "le fichier est vide",
        "pv (4).pdf": "son nom sort de l’archive",
    }


@pytest.mark.parametrize(
    ("brut", "nom"),
    [
        ("PV_signé à l’été.pdf".encode(), "PV_signé à l’été.pdf"),
        ("PV_signé_À_lÊ.pdf".encode("cp850"), "PV_signé_À_lÊ.pdf"),
        ("PV_signé.pdf".encode("cp437"), "PV_signé.pdf"),
        (b"PV_2025.pdf", "PV_2025.pdf"),
        (b"pi\x8aces\\pv.pdf", "pièces/pv.pdf"),
    ],
)
def test_les_accents_d_un_nom_sans_marque_utf8(tmp_path: Path, brut: bytes, nom: str) -> None:
    archive = _archive(tmp_path, brute((brut, pv_mes()), (b"cgu.pdf", cgu())))
    assert nom in noms(archive)


def test_le_nom_utf8_joint_a_un_membre_l_emporte_s_il_est_le_sien(tmp_path: Path) -> None:
    brut, vrai = b"PV_sign_.pdf", "PV_signé_œ.pdf".encode()
    for ecrit, attendu in ((brut, "PV_signé_œ.pdf"), (b"autre", "PV_sign_.pdf")):
        corps = b"\x01" + zlib.crc32(ecrit).to_bytes(4, "little") + vrai
        champ = struct.pack("<HH", 0x7075, len(corps)) + corps
        assert noms(_archive(tmp_path, brute((brut, pv_mes()), supplement=champ))) == [attendu]


@pytest.mark.parametrize(
    "nom", [b"C:\\pv.pdf", b"c:pv.pdf", b"\\\\serveur\\pv.pdf", b"a/..", b".."]
)
def test_un_nom_qui_designe_un_ailleurs_n_est_pas_lu(tmp_path: Path, nom: bytes) -> None:
    archive = _archive(tmp_path, brute((nom, pv_mes()), (b"cgu.pdf", cgu())))
    lu = lire_dossier(archive, date_depot=DEPOT, phase=Phase.AVANCE)
    assert "son nom sort de l’archive" in [f.illisible for f in lu.fichiers]
    assert "SAS-MES-01" in [c.code for c in verifier(lu).constats if c.indecis]


def test_deux_points_dans_un_nom_ne_designent_pas_un_disque() -> None:
    assert noms({"1: PV.pdf": pv_mes()}) == ["1: PV.pdf"]


def test_un_lien_dans_une_archive_n_est_pas_suivi_un_fichier_unix_se_lit(tmp_path: Path) -> None:
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        for nom, mode in (("lien.pdf", stat.S_IFLNK | 0o777), ("pv.pdf", stat.S_IFREG | 0o644)):
            info = zipfile.ZipInfo(nom)
            info.external_attr = mode << 16
            archive.writestr(info, b"/etc/passwd" if "lien" in nom else pv_mes())
    lu = lire_dossier(_archive(tmp_path, tampon.getvalue()), date_depot=DEPOT)
    assert [f.illisible for f in lu.fichiers] == ["c’est un lien, pas un fichier", None]


def test_une_archive_de_dossiers_vides_est_vide(tmp_path: Path) -> None:
    with pytest.raises(ErreurEntree, match="vide"):
        lire_dossier(_archive(tmp_path, brute((b"a/", b""), (b"b\\", b""))), date_depot=DEPOT)


def test_une_archive_zip64_se_lit(tmp_path: Path) -> None:
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        for nom, octets in bon_avance().items():
            with archive.open(nom, "w", force_zip64=True) as membre:
                membre.write(octets)
    assert decision(_archive(tmp_path, tampon.getvalue())) is Decision.ACCEPTER


def test_les_fichiers_de_windows_sont_passes_dans_une_archive(tmp_path: Path) -> None:
    parasites = {"pièces/Thumbs.db": b"x", "desktop.ini": b"x", "~$pv.docx": b"x"}
    assert decision(_archive(tmp_path, zipper({**bon_avance(), **parasites}))) is Decision.ACCEPTER


@pytest.mark.parametrize(
    "nom",
    ["n" * 5000 + ".pdf", "\x1b[2J\x1b[31mpv.pdf", "pv\u202efdp.exe", "pv\nSAS-FIC-99 : ok.pdf"],
    ids=["5 000 caractères", "commande de terminal", "sens inversé", "à la ligne"],
)
def test_un_nom_hostile_est_montre_inoffensif(nom: str) -> None:
    verdict = juger({**bon_avance(), nom: b"rien"})
    montre = rendre(verdict)
    assert "SAS-FIC-01" in verdict.codes
    assert not any(invisible(c) for c in montre if c != "\n")
    assert all(len(ligne) < 500 for ligne in montre.splitlines())
    assert not [ligne for ligne in montre.splitlines() if ligne.strip().startswith("SAS-FIC-99")]
    assert verdict.model_dump_json()


def test_un_nom_de_membre_en_cp437_se_lit(tmp_path: Path) -> None:
    octets = zipper({**bon_avance(pv=None), "PV_sign#.pdf": pv_mes()})
    archive = _archive(tmp_path, octets.replace(b"PV_sign#", b"PV_sign\x82"))
    assert {"PV_signé.pdf"} < {f.nom for f in lire_dossier(archive, date_depot=DEPOT).fichiers}
    assert decision(archive) is Decision.ACCEPTER
