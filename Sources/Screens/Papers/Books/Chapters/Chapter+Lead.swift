import Repatriation

/// What a lead does: the hand-over, the board, alerts.
extension Chapter {
    static let handOver = Chapter(
        Bilingual("Entrega de turno", "Hand-over of the shift"),
        [
            .text(
                Bilingual(
                    """
                    `F9` `t`, `e`: cada jefatura cuenta caminando a quienes están en el edificio y \
                    lo escribe antes de ver la cifra del archivo; después se ven los dos conteos, la \
                    diferencia y a cada persona de adentro con su lugar, qué sigue, a qué hora y \
                    quién la toma. `f` firma quien entrega; quien recibe entra con su cuenta, \
                    responde tres preguntas (cuántas niñas, niños y adolescentes, qué ficha vence \
                    primero, a cuántas no se ha ubicado) y firma con `r`: el turno queda a su nombre \
                    y las ventanillas siguen. Si nadie llega, `x` con el motivo. Una diferencia se \
                    firma sólo diciendo dónde está cada persona. Cerrar sin quien reciba (`z`) pide \
                    el motivo: quienes quedan siguen a nombre de quien cierra hasta que otra \
                    jefatura abre. `i`, o `garita handover --point NOG [--html]`, la imprime. Con \
                    `garita catalog amend points NOG "shiftChanges=06:00;14:00;22:00"` el turno se \
                    entrega desde una hora antes del cambio, y nunca es tarde.
                    """,
                    """
                    `F9` `t`, `e`: each lead walks and counts those in the building and types it \
                    before seeing the file's figure; then both counts stand there, the difference, \
                    and each person inside with their place, what comes next, at what hour and who \
                    takes it. `f`: the outgoing lead signs; the incoming one comes in with their own \
                    account, answers three questions (how many children, which ticket is due first, \
                    how many are not located) and signs with `r`: the shift is theirs and the desks \
                    go on. If nobody comes, `x` with the reason. A difference is signed only by \
                    saying where each person is. Closing without anybody who receives (`z`) asks the \
                    reason: those who stay are in the name of whoever closes until another lead \
                    opens. `i`, or `garita handover --point NOG [--html]`, prints it. With `garita \
                    catalog amend points NOG "shiftChanges=06:00;14:00;22:00"` the shift is handed \
                    over from an hour before the change, and it is never too late.
                    """))
        ])

    static let board = Chapter(
        Bilingual("El tablero", "The board"),
        [
            .text(
                Bilingual(
                    """
                    `F4` lo ordena (más en espera, mayor espera, más adentro, más avisos), deja sólo \
                    los puntos con turno o personas y quita columnas; cada oficial encuentra el suyo \
                    al volver. Donde no suena nada dice qué grupos vienen y qué se hizo al último. \
                    Desde 100 columnas, lo del punto elegido está al lado: quién atiende a qué ficha \
                    desde cuándo, qué ventanilla está en pausa o sin señal, y qué institución tiene \
                    lugares.
                    """,
                    """
                    `F4` puts it in order (most waiting, longest wait, most inside, most alerts), \
                    leaves only points with a shift or people, and takes columns away; each officer \
                    finds their own on coming back. Where nothing rings it says which groups come \
                    and what was done last. From 100 columns what belongs to the chosen point stands \
                    beside it: who attends which ticket since when, which desk is paused or without \
                    a sign of life, and which institution has places.
                    """)),
            .text(
                Bilingual(
                    """
                    En la pared: `garita board --wall` muestra los puntos y `garita wall --point \
                    NOG` los números de la sala de espera y su ventanilla: sin nombres, motivos ni \
                    avisos, y sin quien hay que ir a buscar. Ninguna tecla hace nada; Ctrl-C \
                    termina.
                    """,
                    """
                    On the wall: `garita board --wall` shows the points and `garita wall --point \
                    NOG` the numbers of the waiting room and their desk: without names, reasons or \
                    alerts, and without whoever is to be fetched. No key does anything; Ctrl-C ends \
                    it.
                    """)),
        ])

    static let past = Chapter(
        Bilingual("Lo que ya pasó", "What has passed"),
        [
            .text(
                Bilingual(
                    """
                    En el Tablero `h` lleva al de cualquier día y hora (`←` `→` por hora, `Tab` y \
                    `Mayús-Tab` por día, Esc regresa): dice «histórico», nada suena y nada se hace \
                    en él. `garita board --at 2026-11-20T15:00` (hora del primer punto, o con `Z`) \
                    lo da como texto o con `--json`. `d` abre el día de un punto por horas: cuántas \
                    personas llegaron y cuánto se esperó, junto a la media de los mismos días de la \
                    semana de las cuatro semanas anteriores, y qué pasó con grupos, turnos y avisos.
                    """,
                    """
                    On the board `h` goes to that of any day and hour (`←` `→` by the hour, `Tab` \
                    and `Shift-Tab` by the day, Esc goes back): it says «Board of the past», nothing rings \
                    and nothing is done on it. `garita board --at 2026-11-20T15:00` (the first \
                    point's hour, or with `Z`) gives it as text or with `--json`. `d` opens the day \
                    of a point by hours: how many people came and how long they waited, beside the \
                    mean of the same weekday of the four weeks before, and what became of groups, \
                    shifts and alerts.
                    """))
        ])

    static let alerts = Chapter(
        Bilingual("Contestar avisos", "Answering alerts"),
        [
            .text(
                Bilingual(
                    """
                    En el Tablero `Tab` va a los avisos y Enter abre lo que cuentan. `c` dice que ya \
                    se sabe, con nota; `w` lo toma a su nombre; `a` lo aparta con motivo y hora de \
                    volver (la jefatura, nunca uno crítico; sin aviso elegido, `a` muestra los \
                    apartados). Una causa es un renglón: crece su cuenta y la campana suena una vez; \
                    lo que cambia o se agrava suena de nuevo, y lo resuelto desaparece solo. `b` \
                    calla la campana de quien mira; mientras se duerme en el punto sólo suena lo \
                    crítico, y en la pared nunca. Los límites y las horas de dormir de cada punto se \
                    cambian en Turno (`F9` `t`, `l`). Lo que sonó: `garita show alarms --from \
                    2026-11-20 [--to DÍA] [--point NOG] [--csv]`, con las cifras de ISA-18.2 junto a \
                    su tope.
                    """,
                    """
                    On the board `Tab` goes to the alerts and Enter opens what they tell of. `c` \
                    says that it is known, with a note; `w` takes it in your name; `a` sets it aside \
                    with a reason and an hour to come back (the lead, never a critical one; with no \
                    alert chosen, `a` shows those set aside). A cause is one line: its count grows \
                    and the bell rings once; what changes or gets worse rings again, and what is \
                    settled goes away by itself. `b` silences the bell of whoever looks; while \
                    people sleep at the point only what is critical rings, and on the wall nothing \
                    ever. The thresholds and the hours of sleep of each point are changed in Shift \
                    (`F9` `t`, `l`). What rang: `garita show alarms --from 2026-11-20 [--to DAY] \
                    [--point NOG] [--csv]`, with the figures of ISA-18.2 beside their limits.
                    """))
        ])
}
