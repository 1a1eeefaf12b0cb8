"""Countries by name, abbreviation and adjective, in English and Spanish."""

from extract.entities.countries.find import annotate
from extract.entities.countries.gazetteer import code_of, code_of_adjective, codes, country_name

__all__ = ["annotate", "code_of", "code_of_adjective", "codes", "country_name"]
