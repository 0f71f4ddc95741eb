"""Names for groups of near-duplicates: one `story_id` for the articles of one story."""

import numpy as np
import pandas as pd


def name_stories(articles: pd.DataFrame, groups: np.ndarray) -> pd.Series:
    """Return the `story_id` of each article: its own, or that of its group.

    `articles` has article_id and story_id ("" where there is none), `groups` the number of each
    one's group (`near_duplicates.group_alike`). A group takes the story_id that one of its
    articles brings along (the first in alphabetical order of several), else the first id of its
    articles; an article alone stays without.

    >>> table = pd.DataFrame({"article_id": ["b", "a", "c"], "story_id": ["", "", ""]})
    >>> name_stories(table, np.array([0, 0, 1])).tolist()
    ['a', 'a', '']
    """
    own = articles["story_id"]
    stated = own.where(own != "").groupby(groups).transform("min")
    made = articles["article_id"].groupby(groups).transform("min")
    # a made name that is somebody's own would join what does not belong together
    made = made.where(~made.isin(set(own)), made + "-alike")
    alone = own.groupby(groups).transform("size") == 1
    return own.where(alone | (own != ""), stated.fillna(made)).rename("story_id")
