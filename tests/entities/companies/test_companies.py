"""Businesses by legal form, telling word, list and introduction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.entities.companies import annotate
from extract.entities.companies.gazetteer import firms
from extract.entities.mentions import State
from extract.schema import Label
from tests.entities.marked import marked, unmarked

SENTENCES = [
    # legal forms of both languages and of other countries
    "⟦Acme Widgets Inc.⟧ sold the plant.",
    "The plant belongs to ⟦Acme Widgets, Inc.⟧ of Ohio.",
    "⟦Grupo Ejemplar S.A. de C.V.⟧ construyó la planta.",
    "⟦Grupo Ejemplar SA de CV⟧ construyó la planta.",
    "⟦Constructora Ejemplar S.A.S.⟧ ganó la licitación.",
    "⟦Beispielwerk GmbH⟧ delivered the turbines.",
    "⟦Lanka Cement PLC⟧ raised prices.",
    "A deal with ⟦Zhongli Steel Co. Ltd⟧ was signed.",
    "⟦Hambantota Solar Pvt Ltd⟧ built it.",
    # words that only companies have
    "⟦Zephyr Pharmaceuticals⟧ opened a laboratory.",
    "⟦Quetzal Airlines⟧ will fly to Lima.",
    "⟦Korvan Heavy Industries⟧ built the ship.",
    "⟦Minera Frisco⟧ explora la zona.",
    "⟦Cementos Pacasmayo⟧ invertirá en el norte.",
    # stock exchanges
    "⟦Zerbo⟧ (NASDAQ: ZRB) rose.",
    # introduced, and their further uses
    "La empresa ⟦Zarbu⟧ abrió una planta. ⟦Zarbu⟧ contratará a cien personas.",
    "The company ⟦Zarbu⟧ opened. Workers at ⟦Zarbu⟧ cheered.",
    "Companies such as ⟦Zarbu⟧, ⟦Kelto⟧ and ⟦Mirpo⟧ came.",
    "Empresas como ⟦Zarbu⟧, ⟦Kelto⟧ y ⟦Mirpo⟧ llegaron.",
    "Es filial de ⟦Zarbu⟧.",
    "⟦Zarbu Steel Corp.⟧ grew. ⟦Zarbu Steel⟧ hired; ⟦Zarbu⟧ paid.",
    # legal forms in brackets, double ones, several in a list
    "The bid went to M/s ⟦Kiambu Builders (Pvt) Ltd⟧ of Nairobi.",
    "⟦Petra Foods Pte Ltd⟧, ⟦Sime Palm Bhd⟧ and ⟦Kurnia Sdn Bhd⟧ signed.",
    "⟦Voith Hydro GmbH & Co. KG⟧ delivered it to ⟦Agua Nueva S.A.P.I. de C.V.⟧ in May.",
    "The plant of ⟦Bridge Agro Foods Limited⟧.",
    "⟦Lanka Hydro Company (Private) Limited⟧ (⟦LHC⟧) paid; ⟦LHC⟧ signed.",
    # weak last words need a word of their own; groups do with a country
    "⟦Ostra Power⟧ will build it, and ⟦Milvus Capital⟧ pays.",
    "⟦Cannon Wind Group⟧ and ⟦Mexico Solar Group⟧ will invest.",
    "⟦Grupo Vidanta⟧ y ⟦Banco Pichincha⟧ construirán el hotel.",
    # a known brand goes on
    "⟦Samsung Engineering⟧ and ⟦Abbott Nutrition⟧ won.",
    # officers of businesses
    "Jane Roe, Chief Executive Officer of ⟦Brightcell Holdings⟧, agreed.",
    "Ann Lee, president and chief executive of ⟦Kelto⟧, signed.",
    "La presidenta ejecutiva de ⟦Kelto⟧, Ana Ruiz, firmó.",
    "Guests: - Tom Ray, Chairman and CEO, ⟦Norvik⟧",
    # introduced with a trade, by shares, with a nationality
    "La empresa de servicios portuarios ⟦Zarbu⟧ y la cadena de tiendas ⟦Kelto⟧ invertirán.",
    "The contract went to ⟦Kelto-Zarbu Joint Venture⟧ and ⟦Mirpo Technology⟧.",
    "El semanario brasileño ⟦Época⟧ lo publicó.",
    "La empresa japonesa ⟦Zarbu⟧ llegó. Las acciones de ⟦Tramex⟧ bajaron.",
    "Shares of ⟦Kalpa⟧ rose.",
    # said after a comma of it
    "It lent to ⟦Zarbu Tiger⟧, an Indian logistics platform, and ⟦Kelto⟧ (⟦KT⟧), a firm that lost.",
    "⟦Odarte⟧, filial de la chilena, y ⟦Mirpo⟧, multinacional de origen danés, invertirán.",
    # numerals, domains and brackets in names; a partner after "&"
    "A unit of ⟦First Zarbu, Inc.⟧ and ⟦Kelto.com, Inc.⟧ of Ohio.",
    "⟦Healthmark 1 LLC⟧ was fined; ⟦Pfizer, Inc.⟧ paid, and ⟦Pfizer⟧, which lost, agreed.",
    "La planta de ⟦AT Comercial SA⟧ y la de ⟦Kelto SA⟧ en Lima, filial de ⟦Mirpo⟧.",
    "⟦Norvik Gas & Electric⟧ and ⟦Sony Pictures⟧ agreed.",
    "The ⟦Chicago Sun-Times⟧ and the ⟦Zarbu Post-Gazette⟧ wrote it.",
    # what "and" joins to it, the office it has, a second word of a newspaper
    "The Road Development Authority and ⟦Lanka Roads Ltd.⟧ agreed; ABC and ⟦D&V Homes Inc.⟧ too.",
    "⟦Eli Lilly and Company⟧ sued; the ⟦Zarbu Journal Sentinel⟧ told it.",
    "The hotel of ⟦Kanwil Holdings (Pvt) Ltd.⟧ and ⟦Kolmo Hotels & Spa (Pvt) Ltd.⟧ was sold.",
    "It went to M/s ⟦K.S.J Construction (Pvt.) Ltd.⟧ in May.",
    # datelines
    "MEXICO CITY--(⟦BUSINESS WIRE⟧)--The road opened.",
    "BRUSELAS, 17 Jul. (⟦ZARBU PRESS⟧) -\nLa ministra viajó.",
    "KABUL, May 3 (⟦Pajhwok⟧) -- The road opened.",
    "La Paz, 3 de mayo (⟦AgenciaNorte⟧).- El ministro viajó.",
    # over a line break, with a typographic apostrophe
    "⟦Morgan\nStanley⟧ and ⟦Moody’s Ratings⟧ agreed.",
    # the country in brackets is no short form, nor a shorter name
    "⟦Kolmo Tiles Ltd⟧ (Sri Lanka) won; Sri Lanka agreed.",
    "⟦Sri Lanka Tiles Ltd⟧ won; Sri Lanka agreed.",
    # a branch keeps its country
    "La empresa ⟦Zarbu⟧ creció y ⟦Zarbu Chile⟧ también.",
    # known names
    "⟦Microsoft⟧ and ⟦Samsung⟧ will invest.",
    "Invertirán ⟦Pfizer⟧ y ⟦Volkswagen⟧.",
]

NEGATIVE = [
    "The company announced growth, and companies in Mexico agreed.",
    "Communication Technologies and Renewable Energies matter.",
    "An apple a day; the amazon river; a shell.",
    "La firma de convenios Lima-Quito y la empresa de energía de Chiapas.",
    "A joint venture in Hybrid Technology and Information Technology.",
    "Nick Peake, who owns it, spoke in Texas.",
    "Science and technology; foreign affairs.",
    "Small and Medium Enterprises received loans.",
    "The secretary, Shri B.V.R. Subramanian, came. La unidad minera El Coronel cerró.",
    "Ann Lee, CEO, New Ohio Project, spoke.",
    "The Extraordinary Gazette told it. El Proyecto Editorial de la Sierra y la Copa Telmex.",
    "They live in Las Vegas, NV, and in Denver, CO, in houses owned by Canteen.",
    "Under Governor Nandal Weera, the central bank paid. In Largo, Florida, company owners agreed.",
    "Judge Claude M. Hilton, an Oklahoma native, ruled.",
    "Clean Energy, Human Capital, Natural Resources and Development Partners matter.",
    "Administrator Samantha Power spoke of Nuclear Power and the Working Group.",
    "Enrique Ford met Enzo Ferrari in Progreso.",
    "El Grupo Parlamentario y el Grupo de Trabajo votaron en la Capital.",
    "The Senator (D-NV) – a friend – spoke.",
    "The High Commission announced a mission.",
    "Big Pharma and State-Owned Enterprises were criticised.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_companies_have_their_exact_edges(sentence: str) -> None:
    assert marked(unmarked(sentence), Label.COMPANY) == sentence


@pytest.mark.parametrize("sentence", NEGATIVE)
def test_other_words_are_no_companies(sentence: str) -> None:
    assert marked(sentence, Label.COMPANY) == sentence


def test_a_company_never_takes_an_agency() -> None:
    text = "The ⟦Ministry of Industry⟧ and the ⟦World Bank⟧ met Acme Inc."
    assert marked(unmarked(text), Label.AGENCY) == text


def test_a_shared_first_word_is_no_short_form() -> None:
    text = "Betty Bouchon owns ⟦Bouchon Foods LLC⟧. Bouchon was fined."
    assert marked(unmarked(text), Label.COMPANY) == text


def test_the_list_is_there() -> None:
    known = firms()
    assert known.automaton is not None
    assert len(known.refs) > 300
    assert known.doubtful < known.refs.keys()


@given(st.text(alphabet="AbcÑ. ,()&S.A.de-\n", max_size=60) | st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_spans_inside_it(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in annotate(text, State()))
