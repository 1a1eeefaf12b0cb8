"""The words of the relation grammar: triggers, function words, and tokens made of them."""
