import Repatriation

extension Chapter {
    static let surveys = Chapter(
        Bilingual("Las encuestas de seguimiento", "Follow-up surveys"),
        [
            .text(
                Bilingual(
                    """
                    `F9` `y` dice a quién toca preguntar en el punto: personas adultas que salieron, \
                    que autorizaron que les llamen, y cuyo retorno fue hace los meses que dice la \
                    encuesta; primero a quienes se les acaba el tiempo. Enter dice a qué contacto \
                    llamar: `s` hace la encuesta o la sigue, `n` anota que no se localizó, `w` que el \
                    contacto no es suyo y `d` que no quiso.
                    """,
                    """
                    `F9` `y` says whom it is time to ask at the point: adults who left, who agreed to \
                    be called, and whose return was as many months ago as the survey says; first \
                    those whose time ends. Enter says which contact to call: `s` asks the survey or \
                    goes on with it, `n` notes that they were not reached, `w` that the contact is \
                    not theirs, and `d` that they did not want to.
                    """)),
            .text(
                Bilingual(
                    """
                    Se contesta como la entrevista: una tecla por respuesta, `PgDn` pasa de sección, \
                    `-` es «no sabe» y `.` «no respondió». Nada es obligatorio: `Ctrl-G` guarda lo \
                    que haya, y otro día sigue donde se quedó. Lo que no se preguntó no es ninguna \
                    de las dos. Para corregir, se abre de nuevo y se cambia; `u` deshace lo último. \
                    Léale que puede no contestar, y no insista.
                    """,
                    """
                    It is answered as the interview is: a key for each answer, `PgDn` goes on to the \
                    next section, `-` is «does not know» and `.` «did not say». Nothing is \
                    mandatory: `Ctrl-G` keeps what there is, and another day it goes on where it was \
                    left. What was not asked is neither. To correct, open it again and change it; \
                    `u` takes the last back. Tell them that they need not answer, and do not insist.
                    """)),
            .text(
                Bilingual(
                    """
                    Las respuestas las lee quien lee entrevistas; están en la copia del expediente \
                    de la persona y se van con él. `garita report survey --survey CLAVE --from \
                    2026-11-01 --to 2026-12-31` las tabula pregunta por pregunta, para la jefatura y \
                    auditoría: cuántas personas y qué parte de quienes contestaron, y aparte quienes \
                    no saben, no respondieron o no fueron preguntadas; y de cuántas era tiempo y a \
                    cuántas no se localizó. Lo dicho con sus palabras no se tabula. `--public` no \
                    deja celdas de menos de cinco personas.
                    """,
                    """
                    Answers are read by whoever reads interviews; they are in the copy of the \
                    person's file and go with it. `garita report survey --survey CODE --from \
                    2026-11-01 --to 2026-12-31` tabulates them question by question, for the lead \
                    and the auditor: how many people and which part of those who answered, and apart \
                    who do not know, did not say or were not asked; and of how many it was time, and \
                    how many were not reached. What was said in own words is not tabulated. \
                    `--public` leaves no cell of fewer than five people.
                    """)),
        ])
}
