"""Helpers of the notebooks: who speaks in coverage, about whom, in what tone.

Data flows one way: data/ -> load -> sentences -> mentions, scores, attributions -> tables ->
charts -> figures/.
"""

from helpers.measure import Measures, measure

__all__ = ["Measures", "measure"]
