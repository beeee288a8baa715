"""Happened, planned, claimed or hypothetical, and denied or not: read off whole sentences.

Verb classes after Karttunen (1971), the scale after FactBank (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

import pytest

from telling_makers import told

DAY = " on [Monday|2024-03-11]"  # told on Friday 15 March
PLAIN = [
    ("The minister resigned{}.", "happened"),
    ("The minister did not resign{}.", "happened not"),
    ("The ship never arrived{}.", "happened not"),
    ("The ferry no longer sailed{}.", "happened not"),
    ("They didn’t sign the treaty{}.", "happened not"),
    ("The mill had not been sold{}.", "happened not"),
    ("The bridge was closed{}.", "happened"),
    ("The bridge has been closed{}.", "happened"),
    ("They left the town{} and may return.", "happened"),
    ("The mayor walled in the garden{}.", "happened"),
    ("The plan to close the mill was dropped{}.", "happened"),
    ("His promise to resign was broken{}.", "happened"),
    ("Her wish to sail alone was granted{}.", "happened"),
    ("The train was late due to fog{}.", "happened"),
    ("The road to the north was cut{}.", "happened"),
]
DENIED = [
    ("The clerk has not been accused of theft{}.", "happened not"),
    ("No one was hurt{}.", "happened not"),
    ("Nobody claimed the prize{}.", "happened not"),
    ("None of the boats returned{}.", "happened not"),
    ("No bodies were found{}.", "happened not"),
    ("Divers found no bodies{}.", "happened not"),
    ("The board gave no reason{}.", "happened not"),
    ("The crew saw nothing{}.", "happened not"),
    ("Neither side signed{}.", "happened not"),
    ("Neither the pilot nor the guard was hurt{}.", "happened not"),
    ("The court rarely sat{}.", "happened not"),
    ("Hardly anyone voted{}.", "happened not"),
    ("He had hardly ever been seen{}.", "happened not"),
    ("At no time was the crew in danger{}.", "happened not"),
    ("The bank could not pay{}.", "happened not"),
    ("Boats couldn’t reach the island{}.", "happened not"),
    ("The road was not only closed{} but dug up.", "happened"),
    ("No fewer than 12 boats sailed{}.", "happened"),
    ("No 10 confirmed the visit{}.", "happened"),
    ("Not far from the port, a boat sank{}.", "happened"),
    ("Hundreds, if not thousands, marched{}.", "happened"),
    ("Few voters turned out{}.", "happened"),
    ("The guards left the bank{} without locking it.", "happened"),
    ("The boy was not found until [Monday|2024-03-11].", "happened"),
    ("The fair did not open until [Monday|2024-03-11].", "happened"),
    ("The fire, which nobody had seen, spread{}.", "happened"),
    ("The men who did not run were arrested{}.", "happened"),
]
# The verb that takes another decides: done, not done, or open.
IMPLIED = [
    ("The pilot managed to land{}.", "happened"),
    ("The crew began to leave{}.", "happened"),
    ("The army continued to shell the town{}.", "happened"),
    ("Villagers were forced to leave{}.", "happened"),
    ("The owners had to close the mill{}.", "happened"),
    ("The crew was able to land{}.", "happened"),
    ("The judge dared to dissent{}.", "happened"),
    ("The pilot failed to land{}.", "happened not"),
    ("The minister refused to resign{}.", "happened not"),
    ("The bank declined to comment{}.", "happened not"),
    ("The guard forgot to lock the door{}.", "happened not"),
    ("The bank was unable to pay{}.", "happened not"),
    ("The council neglected to act{}.", "happened not"),
    ("Reporters were barred from entering{}.", "happened not"),
    ("The board stopped short of closing the mill{}.", "happened not"),
    ("The minister has refused to resign{}.", "happened not"),
    ("The pilot did not fail to land{}.", "happened"),
    ("Nobody failed to vote{}.", "happened"),
    ("The minister did not refuse to sign{}.", "happened"),
    ("The army prevented the march{}.", "happened"),
    ("The crew tried to land{}.", "happened"),
    ("The company sought to stop the strike{}.", "happened"),
    ("The judge ordered the mill to close{}.", "happened"),
    ("The crew was told to leave{}.", "happened"),
    ("The court allowed the union to march{}.", "happened"),
]
TO_COME = [
    ("They have until [2 May|2024-05-02] to appeal.", "planned"),
    ("He ran it until [2 May|2024-05-02].", "happened"),
    ("The court will rule{}.", "planned"),
    ("The court will not rule{}.", "planned not"),
    ("The court won’t rule{}.", "planned not"),
    ("The bank plans to open a branch{}.", "planned"),
    ("Owners plan to sell the mill{}.", "planned"),
    ("Police hope to reopen the road{}.", "planned"),
    ("The bank planned to open a branch{}.", "planned"),
    ("The minister intends to resign{}.", "planned"),
    ("The minister does not intend to resign{}.", "planned not"),
    ("The union hoped to meet the owners{}.", "planned"),
    ("The court is expected to rule{}.", "planned"),
    ("The court is not expected to rule{}.", "planned not"),
    ("The vote is scheduled for [Monday|2024-03-11].", "planned"),
    ("The trial was due to begin{}.", "planned"),
    ("The trial had been due to begin{}.", "planned"),
    ("The lift was to have begun{}.", "planned"),
    ("The lift was to begin{}.", "planned"),
    ("The troops are to leave{}.", "planned"),
    ("The play was going to open{}.", "planned"),
    ("The king is about to abdicate{}.", "planned"),
    ("The union is threatening to strike{}.", "planned"),
    ("The owner is preparing to sell{}.", "planned"),
    ("The mill is set to close{}.", "planned"),
    ("A boat is due{}.", "planned"),
    ("The owner has plans to sell the mill{}.", "planned"),
    ("The mill was supposed to open{}.", "planned"),
    ("Officials said 12 people would be moved{}.", "planned"),
    ("The lift, first set for [Monday|2024-03-11], was put off.", "planned"),
    ("The reforms, once promised for [Monday|2024-03-11], came to nothing.", "planned"),
]
# Saying it is the deed of the day; what lies ahead of the day of telling is to come all the same.
COMMITTED = [
    ("The mayor vowed to rebuild the bridge.", "happened"),
    ("The council agreed to close the mill.", "happened"),
    ("The union threatened to strike.", "happened"),
    ("The owners have promised to pay.", "happened"),
    ("The board decided to sell the mill.", "happened"),
    ("The council agreed not to close the mill.", "happened"),
    ("The council agreed to meet on [Monday|2024-03-18].", "planned"),
    ("The mayor vowed to reopen the bridge on [Monday|2024-03-18].", "planned"),
    ("The judge ordered the mill to close on [Monday|2024-03-18].", "planned"),
    ("Sailings start again on [Monday|2024-03-18].", "planned"),
    ("The hearing, due on Monday, was put off to [22 April|2024-04-22].", "planned"),
    ("Divers are to go down on [Friday|2024-03-15].", "planned"),
    ("The gale blew itself out on [Friday|2024-03-15].", "happened"),
    ("The lift could slip to [Monday|2024-03-18].", "hypothetical"),
    ("The mill will not open on [Monday|2024-03-18].", "planned not"),
]
OPEN = [
    ("The dam could break{}.", "hypothetical"),
    ("The dam may break{}.", "hypothetical"),
    ("The dam might not hold{}.", "hypothetical not"),
    ("The bridge would have held{}.", "hypothetical"),
    ("The bridge would not have held{}.", "hypothetical not"),
    ("The pilot may have missed the signal{}.", "hypothetical"),
    ("The guard must have slept{}.", "hypothetical"),
    ("The mill should have closed{}.", "hypothetical"),
    ("The crew can leave the ship{}.", "hypothetical"),
    ("The bank cannot pay{}.", "hypothetical not"),
    ("If the dam breaks{}, the town will be flooded.", "hypothetical"),
    ("If the talks fail, the union will strike{}.", "hypothetical"),
    ("The union will strike{} if the talks fail.", "hypothetical"),
    ("Unless it is paid, the crew will leave{}.", "hypothetical"),
    ("Perhaps the letter was lost{}.", "hypothetical"),
    ("The boat has probably sunk{}.", "hypothetical"),
    ("Prices are likely to rise{}.", "hypothetical"),
    ("The mayor wanted to close the fair{}.", "hypothetical"),
    ("The owner is unlikely to sell{}.", "hypothetical"),
    ("Twelve miners are feared to have died{}.", "hypothetical"),
    ("It was unclear whether the guard had fled{}.", "hypothetical"),
    ("Rescuers dug on in the hope that a miner was freed{}.", "hypothetical"),
    ("He said he would march{} if he could find the square.", "hypothetical"),
    ("If he was tired{}, he did not show it.", "hypothetical"),
]
CLAIMED = [
    ("The thieves allegedly fled{}.", "claimed"),
    ("The guard reportedly fled{}.", "claimed"),
    ("The pump apparently failed{}.", "claimed"),
    ("The letter was purportedly signed{}.", "claimed"),
    ("The guard reportedly did not lock the door{}.", "claimed not"),
    ("The rebels claimed that the army had fled{}.", "claimed"),
    ("The owner is said to have fled{}.", "claimed"),
    ("The guard is thought to have slept{}.", "claimed"),
    ("The guard is not believed to have slept{}.", "claimed not"),
    ("The crew was presumed dead{}.", "claimed"),
    ("Two men are suspected of setting the fire{}.", "claimed"),
    ("The banker is accused of taking bribes{}.", "claimed"),
    ("The banker is alleged to have taken bribes{}.", "claimed"),
    ("The pump appears to have failed{}.", "claimed"),
    ("Police believe the thieves fled{}.", "claimed"),
    ("Inspectors suspect that the pump failed{}.", "claimed"),
    ("The mayor alleged that the vote was rigged{}.", "claimed"),
    ("The guard denied that he had slept{}.", "claimed not"),
    ("The mayor resigned over reports that his son had been held{}.", "claimed"),
    ("The bank lent freely on the assertion that the mine was sold{}.", "claimed"),
    ("The three claims were rejected{}.", "happened"),
    ("The fire claimed 12 lives{}.", "happened"),
    ("The rebels said the army had fled{}.", "happened"),
    ("The rebels confirmed that the army had fled{}.", "happened"),
    ("According to prosecutors, the guard fled{}.", "happened"),
    ("The guard was arrested on suspicion of theft{}.", "happened"),
    ("The guard was charged with theft{}.", "happened"),
]
SAID = [
    ("The union said{} its members would strike.", "happened"),
    ("The minister denied reports of a rift{}.", "happened"),
    ("The union warned{} that the mill could close.", "happened"),
    ("The union threatened{} to strike.", "happened"),
    ("The board agreed{} to sell the mill.", "happened"),
    ("The troops will leave, the minister said{}.", "happened"),
    ("The troops will leave{}, the minister said.", "planned"),
    ("The troops may leave, the minister said.", "happened"),
    ("The troops will not leave, the minister said.", "happened"),
    ("The troops did not leave, the minister said{}.", "happened"),
    ("The guard said he did not sleep{}.", "happened not"),
]
HEADLINES = [
    ("Minister to resign over bribes", "planned"),
    ("Lake shrinks to record low", "happened"),
    ("Singer to record album in Oslo", "planned"),
    ("Two ferries to be sold", "planned"),
    ("Talks set to resume in Oslo", "planned"),
    ("Trial due to begin in Bergen", "planned"),
    ("Minister denies split with mayor", "happened"),
    ("Minister resigns over bribes", "happened"),
    ("Minister will resign over bribes", "planned"),
    ("Minister may resign over bribes", "hypothetical"),
    ("Army told to leave town", "happened"),
    ("No survivors found in wreck", "happened not"),
    ("Eight, not nine: police correct toll", "happened"),
    ("Owner ‘allegedly’ paid the guard", "claimed"),
    ("Bid to save mill fails", "happened"),
    ("Nobody hurt in mill fire", "happened not"),
    ("Mill fire: two killed", "happened"),
]
ROWS = [*PLAIN, *DENIED, *IMPLIED, *TO_COME, *COMMITTED, *OPEN, *CLAIMED, *SAID]


def reading(marked: str) -> str:
    """How the last event of a text is told; of a saying and what is said, that is what is said."""
    event = told(marked)[-1]
    return event.modality.value + " not" * event.negated


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_modality_and_polarity(sentence: str, expected: str) -> None:
    assert expected == reading(sentence.format(DAY))


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_speaks_in_its_own_tenses(headline: str, expected: str) -> None:
    first = told(f"# {headline}\nThe day was long for all who were there.")[0]
    assert expected == first.modality.value + " not" * first.negated


def test_the_tables_hold_what_they_promise() -> None:
    rows = [*ROWS, *HEADLINES]
    assert len(rows) == len({sentence for sentence, _ in rows})


def test_a_statement_happened_and_its_content_is_planned() -> None:
    marked = "Lind said on [Tuesday|2024-03-12] that the ferry would sail [in two days|2024-03-14]."
    assert [event.modality.value for event in told(marked)] == ["happened", "planned"]


def test_a_month_is_no_word_of_doubt() -> None:
    marked = (
        "# Key dates\n[May 9|2023-05-09]: The governor resigns.\nIn [May|2023-05] the court sat."
    )
    assert [event.modality.value for event in told(marked)] == ["happened", "happened"]
