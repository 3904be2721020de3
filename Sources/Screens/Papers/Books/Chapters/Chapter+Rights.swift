import Repatriation

/// What the law asks of the data.
extension Chapter {
    static let rights = Chapter(
        Bilingual("Datos de una persona", "Somebody's data"),
        [
            .text(
                Bilingual(
                    """
                    `garita person export ID` (el número que da `garita search -`) da todo lo que se \
                    tiene de ella, quién lo consultó y a qué autoridad se dio una lista con ella; \
                    para entregarlo, `--capacity self` (o `guardian`, `representative`) pregunta \
                    quién lo pide y con qué documento: por alguien menor de 18 lo pide quien \
                    responde por ella; quien dice ser tutor de una persona adulta indica qué lo hace \
                    tutor (`--ground`). `garita person request ID rectification` (o `access`, \
                    `cancellation`, `opposition`) da la fecha de respuesta en días hábiles: los de \
                    descanso de ley y los que diga `garita catalog import inhabiles ARCHIVO` \
                    (`2026-11-02 Día de Muertos`, uno por renglón). `garita person answer SOLICITUD \
                    granted birthDate=1990-05-06` corrige.
                    """,
                    """
                    `garita person export ID` (the number that `garita search -` gives) gives \
                    everything held about a person, who looked at it and to which authority a list \
                    with them was given; to hand it over, `--capacity self` (or `guardian`, \
                    `representative`) asks who requests it and with which document: for somebody \
                    under 18 whoever answers for them asks; whoever says to be the guardian of an \
                    adult says what makes them so (`--ground`). `garita person request ID \
                    rectification` (or `access`, `cancellation`, `opposition`) gives the date of the \
                    answer in working days: those of rest by law and those that `garita catalog \
                    import inhabiles FILE` says (`2026-11-02 Día de Muertos`, one a line). `garita \
                    person answer REQUEST granted birthDate=1990-05-06` corrects.
                    """))
        ])

    static let archive = Chapter(
        Bilingual("Archivo", "Archive"),
        [
            .text(
                Bilingual(
                    """
                    `garita retention series CLAVE NOMBRE --active AÑOS --semi-active AÑOS` dice \
                    cuánto se guarda, según el catálogo de disposición documental; sin él nada \
                    vence. `garita retention plan` muestra lo que toca, `run` lo bloquea, y `run \
                    --dictamen FOLIO` lo da de baja: lo pide una persona, lo repite otra con las \
                    ventanillas cerradas, quedan los conteos y la prueba de qué se dio de baja, y se \
                    dice qué copias lo tienen todavía. Con las personas se va todo texto sobre \
                    ellas, sobre quien condujo y sobre quien las visitó, también a qué autoridad se \
                    dio su lista, y los avisos de entonces.
                    """,
                    """
                    `garita retention series CODE NAME --active YEARS --semi-active YEARS` says how \
                    long things are kept, by the catalogue of archival disposition; without it \
                    nothing is due. `garita retention plan` shows what is due, `run` blocks it, and \
                    `run --dictamen FOLIO` removes it: one person asks, another repeats it with the \
                    desks closed, the counts and the proof of what was removed stay, and it is said \
                    which copies still have it. With the people goes every text about them, about \
                    whoever drove and about whoever visited them, also to which authority their list \
                    was given, and the alerts of then.
                    """))
        ])
}
