"""From what was answered to when it comes back: FSRS-6, the queue, what is weak, readiness. Pure."""
