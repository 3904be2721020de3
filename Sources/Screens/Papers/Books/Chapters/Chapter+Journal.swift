import Repatriation

/// The journal, taking back, and the hour.
extension Chapter {
    static let journal = Chapter(
        Bilingual("Bitácora", "Journal"),
        [
            .text(
                Bilingual(
                    """
                    `F9` `b`: qué pasó, lo más nuevo arriba; se escribe un punto (`NOG`), quién, qué \
                    (`recibida`), una ficha, `G3` o un folio, y Enter. Con el cursor en lo más nuevo \
                    sigue lo que se va anotando. `F4` deshace ese acto (sus diez minutos y mientras \
                    nada dependa de él), o deja sólo a esa persona o a quien lo hizo. El Tablero \
                    está en `F9` `a`.
                    """,
                    """
                    `F9` `b`: what happened, the newest on top; type a point (`NOG`), who, what \
                    (`received`), a ticket, `G3` or a folio, and Enter. With the cursor on the \
                    newest it follows what is written. `F4` takes that act back (its ten minutes, \
                    and while nothing depends on it), or leaves only that person or whoever did it. \
                    The board is at `F9` `a`.
                    """)),
            .text(
                Bilingual(
                    """
                    Abrir la ficha de quien no está, o ya no está, en su punto pide un motivo de una \
                    tecla. Jefatura y auditoría ven quién vio a quién: `F9` `v`, `F4` `h` en la \
                    ficha, o `garita show journal --reads`.
                    """,
                    """
                    Opening the card of somebody who is not, or no longer, at your point asks for a \
                    reason of one key. The lead and the auditor see who saw whom: `F9` `v`, `F4` `h` \
                    on the card, or `garita show journal --reads`.
                    """)),
        ])

    static let takingBack = Chapter(
        Bilingual("Deshacer", "Taking back"),
        [
            .text(
                Bilingual(
                    """
                    `u` pregunta por lo último suyo en toda pantalla donde las letras no son texto, \
                    y dice qué queda otra vez; Enter lo hace, diez minutos y mientras nada dependa \
                    de ello: pase de lista (también quien se agregó fuera de lista), valoración, \
                    llamada, lugar, entrevista empezada, nacionalidad, familia, unir o separar, \
                    canalización y sus respuestas, apoyos (el material vuelve), pasos de ruta, \
                    custodia, seguimiento y la salida de una persona adulta. Si algo depende, dice \
                    qué y a qué hora. No se deshacen un papel expedido, la salida de una niña, niño \
                    o adolescente, la edad en duda ni lo dicho en reserva: dice qué hacer en su \
                    lugar. Lo de otra persona lo deshace la jefatura.
                    """,
                    """
                    `u` asks about your last act on every screen where letters are no text, and says \
                    what is again; Enter does it, for ten minutes and while nothing depends on it: \
                    roll call (also whoever was added off the list), first questions, call, place, \
                    an interview begun, nationality, family, joining or parting, referral and its \
                    answers, help (the material comes back), steps of a lane, custody, follow-up and \
                    the exit of an adult. Where something depends on it, it says what and at what \
                    hour. A paper issued, the exit of a child, an age in doubt and what was told in \
                    reserve are not taken back: it says what to do in their place. What somebody \
                    else did the lead takes back.
                    """))
        ])

    static let hour = Chapter(
        Bilingual("La hora", "The hour"),
        [
            .text(
                Bilingual(
                    """
                    Si el reloj no concuerda con lo último anotado (más de 5 minutos atrás; 30 \
                    minutos distinto de lo que la máquina lleva encendida; o, recién encendida, más \
                    de 12 horas adelante), antes de lo primero que se anote se pregunta si es la \
                    hora: `s` sí, `n` no se anota, `v` sigue con la hora por verificar \
                    (`{"do":"leaveHourToVerify","point":"NOG"}`); queda en la bitácora, y el \
                    Tablero, Turno y cada respuesta lo dicen. Todo sigue: se recibe, se llama, se \
                    atiende; pero edades, plazos, depuración y fichas van con el último día seguro, \
                    así que nadie cumple 18 por un reloj descompuesto. La jefatura mira otro reloj y \
                    confirma: `F9` `t`, `h` (`{"do":"confirmClock","point":"NOG"}`). A más de 12 \
                    horas de lo que debía marcar, o adelantado por segunda vez en un día, lo mira y \
                    lo confirma también otra persona (`h`). Si el reloj se corrige, la pregunta \
                    desaparece sola.
                    """,
                    """
                    Where the clock does not agree with what was written last (more than 5 minutes \
                    back; 30 minutes off what the machine has been on; or, just switched on, more \
                    than 12 hours ahead), before the first thing is written it is asked whether that \
                    is the hour: `s` yes, `n` nothing is written, `v` goes on with the hour to be \
                    verified (`{"do":"leaveHourToVerify","point":"NOG"}`); that stands in the \
                    journal, and the board, Shift and every answer say so. Everything goes on: \
                    people are received, called, attended; but ages, terms, removal and tickets go \
                    by the last certain day, so that nobody turns 18 by a broken clock. The lead \
                    looks at another clock and confirms: `F9` `t`, `h` \
                    (`{"do":"confirmClock","point":"NOG"}`). More than 12 hours off what it should \
                    show, or ahead for the second time in a day, somebody else looks at it and \
                    confirms it too (`h`). When the clock is set right the question goes away by \
                    itself.
                    """))
        ])
}
