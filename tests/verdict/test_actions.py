"""An action and the constats that it cures are told by one grouping."""

from __future__ import annotations

from fabrique import bon_avance, declaration, pv_mes

from segur_payment import Acteur, Partie, Perimetre, Verdict, verifier


def test_chaque_constat_ouvert_revient_a_une_action_et_une_seule() -> None:
    pv = pv_mes(perimetre=Perimetre.PARTIEL, signatures=(), reserves="Réserve : une reprise.")
    verdict = verifier(bon_avance(pv=pv, declaration=declaration(formation=None)))
    ouverts = [c for c in verdict.constats if c.defaut or c.indecis]
    soignes = [c for action in verdict.a_faire for c in verdict.constats_de(action)]
    assert sorted(map(id, soignes)) == sorted(map(id, ouverts))
    for action in verdict.a_faire:
        assert {c.code for c in verdict.constats_de(action)} == set(action.codes)


def test_une_action_d_un_autre_verdict_ne_soigne_rien_ici() -> None:
    ailleurs = verifier(bon_avance(pv=pv_mes(perimetre=Perimetre.PARTIEL)))
    assert verifier(bon_avance()).constats_de(ailleurs.a_faire[0]) == ()


def test_l_acteur_a_la_valeur_de_la_partie_et_son_nom_francais() -> None:
    assert [Partie(acteur) for acteur in Acteur] == [Partie.EDITEUR, Partie.ANS]
    assert [acteur.libelle for acteur in Acteur] == ["éditeur", "ANS"]


def test_un_verdict_ecrit_avec_les_anciens_noms_se_relit() -> None:
    verdict = verifier(bon_avance(pv=pv_mes(signatures=())))
    json = verdict.model_dump_json()
    ancien = json.replace('"acteur":"editeur"', '"acteur":"éditeur"').replace(
        '"acteur":"ans"', '"acteur":"ANS"'
    )
    assert ancien != json
    assert Verdict.model_validate_json(ancien) == verdict
