"""Emptying the trash, and what the journal still tells of what went with it."""

from desktop_app.archive.archive import Archive


def test_steps_about_rows_older_than_the_journal_do_not_bar_undo(archive: Archive) -> None:
    archive.catch_up()
    note = archive.note(3, "ein Wort", start=0, end=4).result
    screening = archive.start_screening("Lesen", "").result
    dossier = archive.make_dossier("Hafen", ids=[1, 2, 3]).result
    archive.tag([3], "Kai")
    archive.forget_history()  # as after many later steps: what made these rows is no longer told
    archive.star([1])
    archive.decide_screened(screening, [3], "kept")
    archive.comment_in_dossier(dossier, 3, "dafür")
    archive.move_in_dossier(dossier, [3], before=1)
    archive.recolour_annotations([note], 2)
    archive.tag_annotations([note], add=["neu"])
    archive.tag_annotations([note], remove=["neu"])
    archive.merge_tags("Kai", "neu")
    archive.trash([3])
    archive.empty_trash()
    undone = []
    while step := archive.undo():
        undone.append(step.label)
    assert undone[-1] == "Star on 1 article"
    assert not archive.counts().starred
    while archive.redo():
        pass
    assert archive.counts().starred == 1
    assert archive.check(deep=True).problems == []
