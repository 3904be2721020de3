import Repatriation

/// Forms, families and lanes.
extension Chapter {
    static let forms = Chapter(
        Bilingual("Formularios", "Forms"),
        [
            .text(
                Bilingual(
                    """
                    En los formularios Enter o Tab pasan al campo siguiente, `F4` muestra las \
                    opciones, `Ctrl-N` va a lo marcado y `Ctrl-G`, o Enter en el último campo, \
                    guarda. Si algo se rechaza, lo escrito sigue ahí. Lo que el programa sólo supone \
                    está entre «¿?» y no es respuesta hasta que `=` lo toma u otra letra lo cambia.
                    """,
                    """
                    In forms Enter or Tab go to the next field, `F4` shows the options, `Ctrl-N` \
                    goes to what is marked, and `Ctrl-G`, or Enter in the last field, saves. Where \
                    something is refused what was typed is still there. What the program only \
                    supposes stands between «¿?» and is no answer until `=` takes it or another \
                    letter changes it.
                    """)),
            .text(
                Bilingual(
                    """
                    Si se va la luz, lo escrito queda: al volver, la cola ofrece la entrevista a \
                    medias (`d`). En la ficha, `F4` `d` descarta un borrador propio (`u` lo \
                    devuelve) y `w` toma a quien otra ventanilla dejó, o lo que otra persona \
                    escribió y no guardó: quedan los dos nombres.
                    """,
                    """
                    When the power fails what was typed stays: on coming back the queue offers the \
                    unfinished interview (`d`). On the card `F4` `d` discards a draft of your own \
                    (`u` brings it back) and `w` takes over whom another desk left, or what somebody \
                    else typed and did not save: both names stay.
                    """)),
        ])

    static let family = Chapter(
        Bilingual("Familia, y quien es menor", "Family, and whoever is under 18"),
        [
            .text(
                Bilingual(
                    """
                    La familia de una niña, niño o adolescente se une con `F4` `f`, también si su \
                    madre o padre está en otro punto: entonces los dos puntos reciben un aviso.
                    """,
                    """
                    The family of a child is joined with `F4` `f`, also where the mother or father \
                    is at another point: then both points are told.
                    """)),
            .text(
                Bilingual(
                    """
                    Quien es menor de 18, o no tiene la edad aclarada, sale sólo con DIF o con su \
                    madre o padre del mismo grupo. Una persona adulta nunca queda detenida por el \
                    programa: se dice qué queda pendiente, en qué lengua se le explicó, y queda en \
                    seguimiento.
                    """,
                    """
                    Whoever is under 18, or whose age is not settled, leaves only with DIF or with \
                    mother or father of the same group. The program never holds an adult: it says \
                    what is pending, in which language that was explained, and they are followed up.
                    """)),
            .text(
                Bilingual(
                    """
                    La salida de una niña, niño o adolescente a DIF la confirma otra persona antes \
                    de diez minutos: `k` en la ficha, con su contraseña, sin que nadie cierre su \
                    sesión; quedan los dos nombres.
                    """,
                    """
                    The exit of a child to DIF is confirmed by somebody else within ten minutes: `k` \
                    on the card, with their password, and nobody signs out; both names stay.
                    """)),
        ])

    static let lanes = Chapter(
        Bilingual("En las rutas", "In the lanes"),
        [
            .text(
                Bilingual(
                    """
                    `F4` `r` en la ficha muestra lo que cada ruta necesita (NNA, salud, filtro \
                    sanitario, atención reservada, mandamiento, lengua, nacionalidad) y a qué hora \
                    vence: Enter lo marca. Una niña, niño o adolescente sin compañía sale sólo con \
                    DIF cuando está quien atiende por la OPI, la Procuraduría y el DIF avisados \
                    (medio y quién contestó) y el acta firmada (Enter la expide e imprime, `f` \
                    firmada); con su familia, cuando la OPI lo anota de esa persona adulta (donde no \
                    hay OPI, la jefatura con otra persona). Un `m` puesto sin querer a una persona \
                    adulta lo quita quien lo puso con `u`, en dos minutos. `e` anota una edad en \
                    duda: se trata como menor desde ese momento, y sólo la Procuraduría lo cambia, \
                    con su folio y la jefatura. `F4` abre medicina (avisa media hora antes de la \
                    dosis), filtro o mandamiento. `s` es el formulario reservado: primero la puerta \
                    y quién entrevista; lo que se contesta no vuelve a la pantalla. El Libro de NNA \
                    (`F9` `n`, jefatura y OPI) tiene un renglón por cada menor; `Tab` cambia entre \
                    adentro, hoy y 30 días.
                    """,
                    """
                    `F4` `r` on the card shows what each lane needs (child, health, health filter, \
                    reserved attention, warrant, language, nationality) and when it is due: Enter \
                    marks it. A child alone leaves only with DIF, when whoever attends for OPI is \
                    there, the Procuraduría and DIF were told (medium and who answered) and the acta \
                    is signed (Enter issues and prints it, `f` signed); with their family, when OPI \
                    notes it of that adult (where there is no OPI, the lead with somebody else). An \
                    `m` put on an adult by mistake is taken off by whoever put it, with `u`, within \
                    two minutes. `e` notes an age in doubt: treated as under 18 from that moment, \
                    and only the Procuraduría changes it, with its folio and the lead. `F4` opens \
                    medicine (tells half an hour before the dose), filter or warrant. `s` is the \
                    restricted form: first the door and who interviews; what is answered does not \
                    come back to the screen. The children's book (`F9` `n`, lead and OPI) has a line \
                    for each child; `Tab` changes between inside, today and 30 days.
                    """))
        ])
}
