"""Short forms that a document defines, and those its context explains."""

from __future__ import annotations

import pytest

from extract.entities.agencies.gazetteer import Gazetteer
from extract.entities.names.acronyms import defined_after, spelt_out_after, widened
from extract.schema import Label
from tests.entities.marked import marked, unmarked

UNLISTED = Gazetteer()


@pytest.mark.parametrize(
    ("after", "short"),
    [
        (" (IPN) said", "IPN"),
        (' ("IPN") said', "IPN"),
        (" (the IPN)", "IPN"),
        (" (IPN, por sus siglas en inglés)", "IPN"),
        (" (hereinafter IPN)", "IPN"),
        ("’s (IPN’s) plan", "IPN"),
        (" -FedeSoft- dijo", "FedeSoft"),
        (" – BID –", "BID"),
        (", SENA, capacitó", "SENA"),
        (", known as ICO, meets", "ICO"),
        (", conocida como Conagua", "Conagua"),
        (", or TICA, sent", "TICA"),
        (" (STS Forum)", "STS Forum"),
    ],
)
def test_a_definition_is_read_in_every_form(after: str, short: str) -> None:
    found = defined_after(f"Name{after}", 4)
    assert found is not None
    assert found.short == short
    assert f"Name{after}"[found.start : found.end] == short


@pytest.mark.parametrize("after", [" (2019)", " (see below)", ", which", " of", "", " (a body)"])
def test_other_brackets_define_nothing(after: str) -> None:
    assert defined_after(f"Name{after}", 4) is None


def test_the_full_name_may_stand_in_the_brackets() -> None:
    text = "IPN (Instituto Politécnico Nacional) and SAT (Customs)"
    spans = [spelt_out_after(text, text.index(a), text.index(a) + 3) for a in ("IPN", "SAT")]
    assert [text[slice(*span)] for span in spans if span] == [
        "Instituto Politécnico Nacional", "Customs",
    ]  # fmt: skip


def test_an_acronym_shows_how_far_the_name_goes() -> None:
    text = "the Science and Technology in Society Forum (STS Forum) met"
    start = text.index("Society")
    assert text[slice(*widened(text, start, text.index(" (")))] == text[4 : text.index(" (")]


@pytest.mark.parametrize(
    "sentence",
    [
        # defined once, found everywhere, whatever the case a scanner gave it
        "The ⟦National Peatland Agency⟧ (⟦NPA⟧) met. ⟦NPA⟧ staff and the ⟦NPA⟧'s board agreed.",
        "La ⟦Comisión Nacional del Maíz⟧ (⟦CNM⟧) sesionó. El pleno de la ⟦CNM⟧ votó.",
        "The ⟦Science and Trade in Society Forum⟧ (⟦STS Forum⟧) met; the ⟦sTS Forum⟧ ended.",
        # told by context: only an institution has directors, provides, announces
        "The director general of ⟦SENARA⟧ spoke. ⟦SENARA⟧ builds canals.",
        "⟦ZEDA⟧ will provide the seed. Farmers trust ⟦ZEDA⟧.",
        "El titular de la ⟦SEDRUVI⟧ viajó. La ⟦SEDRUVI⟧ pagará.",
        "The ⟦Ministry of Health⟧, ⟦XQRA⟧ and the ⟦Ministry of Labour⟧ signed.",
        # defined as something else: never an institution
        "The Central Youth Program (CYPX) began. CYPX will provide training.",
        "Foreign direct investment (FDI) fell. FDI has grown before.",
        # an indicator, a law, a plan
        "GDP will grow. El PIB creció. La TLCAN terminó.",
        "The ZORA Act passed and the ZORA Initiative began.",
        # headings in capitals define nothing
        "STATEMENT ON TRADE AND PEACE\n\nNothing else is said here.",
    ],
)
def test_short_forms_in_documents(sentence: str) -> None:
    assert marked(unmarked(sentence), Label.AGENCY, known=UNLISTED) == sentence
