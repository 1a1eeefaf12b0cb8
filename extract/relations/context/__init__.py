"""What a sentence owes to its document: its issuer, its persons, whom "both" means."""
