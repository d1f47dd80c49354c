"""The page: well formed, self-contained, harmless, complete, the same bytes at each run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from fabrique import bon_solde, pv_vsr
from hypothesis import HealthCheck, given, settings

from rendu.page.rapports import (
    A_COMPLETER,
    HOSTILE,
    LE_PLUS_LONG,
    LONG,
    RAPPORTS,
    REJETE,
    sali,
)
from segur_payment.dossier import Dossier, Perimetre
from segur_payment.rendu.page import rendre_page
from segur_payment.rendu.typographie import neutraliser
from segur_payment.testing.strategies import dossiers_quelconques
from segur_payment.verdict import Comparaison, Verdict, comparer, verifier

PAGES = {
    nom: verdict.html(comparaison=comparaison) for nom, (verdict, comparaison) in RAPPORTS.items()
}
VIDES = {"meta", "br", "use", "path", "circle", "rect", "image"}
SANS_EFFET = {"a", "abbr", "article", "bdi", "blockquote", "body", "br", "circle", "dd", "defs",
    "details", "div", "dl", "dt", "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4",
    "head", "header", "html", "image", "li", "main", "meta", "ol", "p", "path", "rect", "section",
    "span", "strong", "style", "summary", "svg", "symbol", "text", "title", "ul", "use",
}  # fmt: skip


class Lecteur(HTMLParser):
    """Checks that tags are balanced; keeps what a page is made of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ouvertes: list[str] = []
        self.balises: list[tuple[str, dict[str, str | None]]] = []
        self.texte: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.balises.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs), f"attribut écrit deux fois dans {tag}"
        if tag not in VIDES:
            self.ouvertes.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.balises.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.ouvertes.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.ouvertes or self.ouvertes[-1] != "style":
            self.texte.append(data)

    @property
    def dit(self) -> str:
        return " ".join(" ".join(self.texte).replace("\u00a0", " ").split())


def lire(page: str) -> Lecteur:
    lecteur = Lecteur()
    lecteur.feed(page)
    lecteur.close()
    return lecteur


@pytest.fixture(params=PAGES, ids=list(PAGES))
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


def test_la_page_est_bien_formee(page: str) -> None:
    lecteur = lire(page)
    assert page.startswith("<!DOCTYPE html>")
    assert lecteur.ouvertes == []
    ids = [a["id"] for _, a in lecteur.balises if "id" in a]
    assert len(ids) == len(set(ids))
    ancres = {(a.get("href") or "")[1:] for _, a in lecteur.balises if _interne(a.get("href"))}
    assert ancres <= set(ids)
    nommes = {a["aria-labelledby"] for _, a in lecteur.balises if "aria-labelledby" in a}
    assert nommes <= set(ids)


def _interne(lien: str | None) -> bool:
    return lien is not None and lien.startswith("#")


def test_rien_ne_se_charge_ni_ne_s_execute(page: str) -> None:
    lecteur = lire(page)
    assert {balise for balise, _ in lecteur.balises} <= SANS_EFFET
    for balise, attributs in lecteur.balises:
        assert not any(nom.startswith("on") or nom in ("style", "src") for nom in attributs)
        lien = attributs.get("href") or "#"
        assert lien.startswith(("#", "data:image/png;base64,")) or (
            balise == "a" and lien.startswith("https://") and "noreferrer" in attributs["rel"]  # type: ignore[operator]
        )
    style = page.split("<style>")[1].split("</style>")[0]
    assert not re.search(r"@import|url\(|expression", style)


def test_la_politique_de_securite_n_admet_que_ce_style(page: str) -> None:
    style = page.split("<style>")[1].split("</style>")[0]
    empreinte = b64encode(sha256(style.encode()).digest()).decode()
    politique = next(
        a["content"] or ""
        for b, a in lire(page).balises
        if b == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    directives = dict(d.strip().split(" ", 1) for d in politique.split(";"))
    assert directives == {
        "default-src": "'none'",
        "style-src": f"'sha256-{empreinte}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers_quelconques("avance") | dossiers_quelconques("solde"))
def test_tout_verdict_a_sa_page(dossier: Dossier) -> None:
    verdict = verifier(dossier)
    page = rendre_page(verdict, comparaison=comparer(verdict, verdict))
    assert lire(page).ouvertes == []
    assert page.encode("utf-8")


def test_deux_rendus_donnent_les_memes_octets() -> None:
    for nom, (verdict, comparaison) in RAPPORTS.items():
        relu = Verdict.model_validate_json(verdict.model_dump_json())
        assert relu.html(comparaison=comparaison) == PAGES[nom], nom


@pytest.mark.parametrize("verdict", [A_COMPLETER, REJETE, LE_PLUS_LONG], ids=["c", "r", "l"])
def test_chaque_constat_y_est_avec_ses_mots(verdict: Verdict) -> None:
    dit = lire(verdict.html()).dit
    for constat in verdict.constats:
        assert constat.code in dit
        assert _plat(constat.message)[:200] in dit
        for preuve in constat.preuves:
            assert _plat(preuve.extrait)[:100] in dit


def _plat(texte: str) -> str:
    return " ".join(texte.replace("\u00a0", " ").split())


def test_la_tete_dit_la_decision_pourquoi_et_quoi_faire() -> None:
    dit = lire(PAGES["rejeter"]).dit
    place = dit.index("Dossier d’avance, dépôt")
    for mots in (
        "Dossier d’avance, dépôt le 1er juillet 2025",
        "Rejet",
        "Le procès-verbal porte sur un périmètre partiel",
        "L’ASP seule décide",
        "À faire",
        "Éditeur –",
        "Attendre la mise en service du périmètre complet",
        "ANS – 1 action avant dépôt",
        "Faire signer le PV par l’ANS.",
        "À regarder – sans effet sur la décision",
        "Où en est le financement",
        "État des pièces",
        "Réserves : ce que le verdict croit sur parole",
        "Constats",
    ):
        place = dit.index(mots, place)
    assert "Montant payable aucun en l’état" in dit


def test_le_montant_n_est_payable_que_si_l_on_accepte() -> None:
    assert "Montant payable 70 000,00 € HT" in lire(PAGES["accepter"]).dit


def test_la_frise_montre_les_quatre_etapes() -> None:
    dit = lire(PAGES["accepter"]).dit
    assert "Mise en service Faite 3 mars 2025" in dit
    assert "Avance Faite, versée, selon le formulaire" in dit
    assert "Solde En cours, ce dossier 1er juillet 2025" in dit
    partiel = verifier(bon_solde(pv=pv_vsr(perimetre=Perimetre.PARTIEL)))
    assert "PV : rejet" in lire(partiel.html()).dit


def test_chaque_piece_a_son_etat_en_mots() -> None:
    dit = lire(PAGES["rejeter"]).dit
    assert "Déclaration sur l’honneur À fournir" in dit
    assert "PV de mise en service Rejet" in dit
    assert "Justificatif de transmission Conforme" in dit


def test_une_image_porte_toujours_un_nom_ou_se_tait() -> None:
    for page in PAGES.values():
        for balise, attributs in lire(page).balises:
            if balise == "svg":
                muette = attributs.get("aria-hidden") == "true"
                assert muette or (attributs.get("role") == "img" and attributs.get("aria-label"))


def test_le_suivi_montre_ce_qui_est_corrige_restant_nouveau() -> None:
    dit = lire(PAGES["suivi"]).dit
    for mots in (
        "Depuis le verdict précédent",
        "Corrigés",
        "Restants",
        "Nouveaux",
        "pv.pdf : ajouté",
    ):
        assert mots in dit


def test_les_noms_et_textes_hostiles_sont_montres_sans_effet() -> None:
    lecteur = lire(PAGES["hostile"])
    assert "<script>alert(1)</script>" in lecteur.dit
    assert "{{ 7*7 }} {% raw %}" in lecteur.dit
    assert "⟨U+202E⟩" in lecteur.dit
    assert not set("\u202e\u202c\x1b\x00") & set(PAGES["hostile"])


@pytest.mark.parametrize("adresse", ["javascript:alert(1)", "http://a.example", "data:text/html,x"])
def test_une_adresse_douteuse_n_est_pas_un_lien(adresse: str) -> None:
    constat = REJETE.constats[0]
    fondement = constat.fondement.model_copy(update={"adresse": adresse})
    verdict = REJETE.model_copy(
        update={"constats": (constat.model_copy(update={"fondement": fondement}),), "a_faire": ()}
    )
    assert adresse not in verdict.html()


def test_un_texte_de_dix_mille_caracteres_est_borne() -> None:
    assert LONG not in PAGES["10 000 caractères"]
    assert len(PAGES["10 000 caractères"]) < 400_000


def test_la_typographie_est_francaise() -> None:
    """No straight apostrophe, no breaking space before « : » in what a person reads."""
    for nom in ("accepter", "rejeter", "suivi", "sans pièce", "solde et son avance"):
        texte = "\n".join(lire(PAGES[nom]).texte)
        assert "'" not in texte, nom
        assert not re.search(r"\w [:;!?»]|« \w", texte), nom


def test_un_texte_deja_neutralise_ne_change_plus() -> None:
    assert neutraliser(neutraliser(HOSTILE)) == neutraliser(HOSTILE)


def test_rien_que_le_verdict_ne_dise() -> None:
    """No word of the dossier reaches the page unless the verdict holds it."""
    dossier = bon_solde()
    assert dossier.formulaire is not None
    assert dossier.formulaire.iban is not None
    assert dossier.formulaire.iban not in rendre_page(verifier(dossier))


def test_une_comparaison_salie_reste_une_comparaison() -> None:
    verdict, suivi = sali("x")
    assert isinstance(suivi, Comparaison)
    assert comparer(verdict, verdict).corriges == ()
