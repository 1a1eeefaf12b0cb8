"""Who plays which part: cues, roles, and the fillers that a sentence leaves unsaid; the dates."""
