"""Who a source is: name, type, side and anonymity on made-up sentences."""

import pytest

from helpers import measure
from helpers.load import as_articles, source_nouns


def attributed(*texts, **columns):
    return measure(as_articles(*texts).assign(**columns)).attributions


def test_pronouns_and_surnames_take_the_fullest_name():
    found = attributed("Foreign minister Ann Lee said no. Lee added more. She insisted.  She left.")
    assert set(found["source_name"]) == {"Foreign minister Ann Lee"}
    found = attributed(
        "Army spokesman Ann Lee said no. Gen. Lee added more. Sen. Lee warned of it."
    )
    assert set(found["source_name"]) == {"Army spokesman Ann Lee"}


def test_a_surname_may_be_a_weekday_or_hold_an_apostrophe():
    found = attributed("Prime Minister Godwin Friday said no. He left.", sending="USA")
    assert found["actor_id"].tolist() == ["godwin-friday"]
    assert attributed("Ann Sa'ar said no.")["source_text"].tolist() == ["Ann Sa'ar"]


def test_a_document_speaks_for_the_source_before_it():
    found = attributed("UNHCR said the plan was wrong. The statement said it would fail.")
    assert found["source_type"].tolist() == ["intergovernmental"] * 2


def test_a_document_does_not_speak_for_the_author_of_the_piece():
    found = attributed(
        "UNHCR said no. The columnist argued that it was bad. The report said that it was wrong."
    )
    assert found["source_text"].tolist() == ["UNHCR", "The report"]
    assert found["source_type"].tolist() == ["intergovernmental"] * 2
    alone = attributed("The columnist argued that it was bad. The report said that it was wrong.")
    assert alone["source_type"].tolist() == ["unspecified"]


@pytest.mark.parametrize(
    ("source", "kind", "anonymity"),
    [
        ("Priti Patel", "government", "named"),
        ("UNHCR", "intergovernmental", "named"),
        ("Human Rights Watch", "civil_society", "named"),
        ("Rwanda", "government", "named"),
        ("A US official", "government", "role"),
        ("A lawyer for UNHCR", "court_legal", "role"),
        ("One of the deportees", "relocated_people", "role"),
        ("Opposition lawmakers", "parliament_party", "generic"),
        ("Critics", "unspecified", "generic"),
        ("Analysts", "expert", "generic"),
        ("Residents", "public", "generic"),
    ],
)
def test_source_type_and_anonymity(source, kind, anonymity):
    row = attributed(f"{source} said it was over.").iloc[0]
    assert (row["source_type"], row["anonymity"]) == (kind, anonymity)


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Priti Patel", "sending"),
        ("Kigali", "receiving"),
        ("Rwandan lawyers", "receiving"),
        ("The Danish government", "other"),
        ("UNHCR", "international"),
        ("A deportee", "other"),
        ("Critics", "none"),
    ],
)
def test_side_goes_by_the_arrangement(source, side):
    row = attributed(f"{source} said it was over.", sending="GBR", receiving="RWA").iloc[0]
    assert row["source_side"] == side


def test_without_an_arrangement_no_side_is_sending_or_receiving():
    assert attributed("Priti Patel said no.")["source_side"].tolist() == ["other"]


def test_the_author_of_a_piece_is_no_source():
    assert attributed("The columnist argued that it was wrong. She wrote that it cost much.").empty


@pytest.mark.parametrize("noun", source_nouns()["noun"])
def test_every_source_noun_is_found_as_a_subject(noun):
    alone = {"some": "Some", "many": "Many", "others": "Others"}
    those = {"deported", "detained", "evacuated"}
    subject = alone.get(noun, f"Those {noun}" if noun in those else f"A {noun}")
    found = attributed(f"{subject} said that it was unsafe.")
    assert found["source_text"].tolist() == [subject]


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("The men who were flown to Rwanda said they were afraid.", "The men", "relocated_people"),
        ("Many asylum seekers who arrived in Britain said no.", "Many asylum seekers",
         "relocated_people"),
        ("Those deported said they were cold.", "Those deported", "relocated_people"),
        ("A man deported to Rwanda said no.", "A man deported to Rwanda", "relocated_people"),
        ("Relatives of Paul Kagame said no.", "Relatives of Paul Kagame", "relocated_people"),
        ("A lawyer for Paul Kagame said no.", "A lawyer for Paul Kagame", "court_legal"),
        ("A spokeswoman for UNHCR said no.", "A spokeswoman for UNHCR", "intergovernmental"),
        ("Secretary of State Marco Rubio said no.", "Secretary of State Marco Rubio", "government"),
        ("But Paul Kagame said no.", "Paul Kagame", "government"),
        ("On Tuesday Paul Kagame said no.", "Paul Kagame", "government"),
        ("Theresa May said it was over.", "Theresa May", "unspecified"),
        ("Lawyers and deportees said no.", "Lawyers and deportees", "court_legal"),
    ],
)  # fmt: skip
def test_the_head_of_the_source_decides(text, source, kind):
    row = attributed(text).iloc[0]
    assert (row["source_text"], row["source_type"]) == (source, kind)


def test_a_person_behind_a_preposition_is_not_the_source():
    found = attributed("Relatives of Paul Kagame said no. The ambassador to Rwanda said yes.")
    assert found["actor_id"].tolist() == ["", ""]


def test_the_envoy_has_the_side_of_who_sends_him():
    found = attributed("The British ambassador to Rwanda said no.", sending="GBR", receiving="RWA")
    assert found["source_side"].tolist() == ["sending"]


def test_nobody_is_no_source_and_no_antecedent():
    found = attributed("Paul Kagame said it was safe. Nobody said it was free. He warned of costs.")
    assert found["source_name"].tolist() == ["Paul Kagame", "Paul Kagame"]


def test_a_state_keeps_its_own_name():
    found = attributed("President Paul Kagame of Rwanda flew out. Rwanda said no.")
    assert found["source_name"].tolist() == ["Rwanda"]


def test_a_pronoun_without_a_source_takes_the_person_named_before():
    assert attributed("Paul Kagame flew out. He said no.")["actor_id"].tolist() == ["paul-kagame"]


def test_the_author_is_no_source_under_the_surname_either():
    assert attributed("The author, Ann Lee, argued it was wrong. Lee added that it failed.").empty
    found = attributed("The lead author of the Oxford study said it was wrong.")
    assert len(found) == 1, "the author of something else is a source"


def test_some_do_not_inherit_a_side():
    found = attributed(
        "Rwandan critics said it was wrong. Some said it was right.", sending="GBR", receiving="RWA"
    )
    assert found["source_side"].tolist() == ["receiving", "none"]


def resolved(text, column, **sides):
    return attributed(text, **sides)[column].tolist()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Senator Ann Lee said no. Bob Ray said yes. Only fools agree, the senator said.",
         ["Senator Ann Lee", "Bob Ray", "Senator Ann Lee"]),
        ("Senate President Ann Lee said no. President Bob Ray said yes. The president said more.",
         ["Senate President Ann Lee", "President Bob Ray", "President Bob Ray"]),
        ("Mr Ray said no. Ms Lee said yes. He said it failed.", ["Mr Ray", "Ms Lee", "Mr Ray"]),
        ("UNHCR said no. The US plan failed, it said.", ["UNHCR", "UNHCR"]),
    ],
)  # fmt: skip
def test_whom_a_role_or_a_pronoun_takes_up(text, names):
    assert resolved(text, "source_name") == names


@pytest.mark.parametrize(
    ("source", "anonymity"),
    [
        ("A Church of Utopia spokesman", "role"),
        ("A spokesperson for Paul Kagame", "role"),
        ("UNHCR envoy Ann Lee", "named"),
        ("Acting prime minister Julie Bishop", "named"),
        ("Two judges", "role"),
        ("The judges", "generic"),
        ("Local media", "generic"),
        ("A local newspaper", "role"),
        ("Both countries", "named"),
        ("A source in the Rwandan government", "role"),
        ("Critics", "generic"),
        ("A critic", "role"),
    ],
)
def test_named_role_or_crowd(source, anonymity):
    assert resolved(f"{source} said it was over.", "anonymity") == [anonymity]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("UNHCR and Rwandan lawyers", "intergovernmental"),
        ("The Jesuit Migrant Service", "civil_society"),
        ("The Kivu Post", "media"),
        ("A report by the ministry", "government"),
        ("A panel under Paul Kagame", "expert"),
    ],
)
def test_bodies_documents_and_joint_sources(source, kind):
    assert resolved(f"{source} said it was over.", "source_type") == [kind]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Britain sent them to Rwanda. The court said no.", "sending"),
        ("The court said no to Britain.", "sending"),
        ("Rwanda took them from Britain. Ministers said no.", "receiving"),
        ("The European Court of Human Rights said no.", "international"),
        ("Britain paid. Kigali said yes. Its spokesperson said more.", "receiving"),
    ],
)
def test_a_court_or_ministers_without_a_country(text, side):
    assert resolved(text, "source_side", sending="GBR", receiving="RWA")[-1] == side


def test_a_state_is_receiving_where_none_has_agreed():
    said = "Albania said no."
    assert resolved(said, "source_side", sending="GBR") == ["receiving"]
    assert resolved(said, "source_side", sending="GBR", receiving="RWA") == ["other"]


def test_the_union_and_its_members_send_where_the_union_does():
    text = "The European Commission said yes. A French lawmaker said no."
    assert resolved(text, "source_side", sending="EUE") == ["sending", "sending"]
    assert resolved(text, "source_side", sending="GBR") == ["international", "other"]
