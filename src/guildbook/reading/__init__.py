"""Press text in, figures and verdicts out."""
