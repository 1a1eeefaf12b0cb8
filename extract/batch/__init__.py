"""Discovery, workers, writers: a batch run from paths to the output files."""
