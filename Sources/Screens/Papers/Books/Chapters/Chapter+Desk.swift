import Repatriation

/// What an officer does at the desk.
extension Chapter {
    static let beginning = Chapter(
        Bilingual("Empezar", "Beginning"),
        [
            .text(
                Bilingual(
                    """
                    `garita init` crea el archivo una sola vez y pregunta su nombre (o `--officer \
                    "Su Nombre Apellido"`): es la primera jefatura de turno. Después basta `garita`: \
                    elija el punto, escriba el número de su ventanilla y Enter. Con `F9` `t` se abre \
                    el turno (`t`) y la ventanilla (Enter; con `o` atiende también la OPI). `F10` \
                    cierra la sesión.
                    """,
                    """
                    `garita init` makes the file once and asks your name (or `--officer "Your Name \
                    Surname"`): that is the first shift lead. After that `garita` is enough: choose \
                    the point, type the number of your desk, Enter. `F9` `t` opens the shift (`t`) \
                    and the desk (Enter; with `o` it attends child protection, OPI, too). `F10` \
                    signs out.
                    """))
        ])

    static let morning = Chapter(
        Bilingual("Una mañana", "A morning"),
        [
            .list([
                Bilingual(
                    """
                    `F6` Grupos, `i`: pegue la lista copiada de Excel o del PDF, o elija un \
                    archivo de la carpeta del punto. Se muestra qué se reconoció y qué renglones \
                    no, y se pregunta una vez cómo llegan (`b` autobús…) y quién entrega (`u` \
                    USBP…); Enter la entra. `a` anuncia un grupo que aún no tiene lista.
                    """,
                    """
                    `F6` Groups, `i`: paste the list copied from a spreadsheet or the PDF, or \
                    choose a file of the point's folder. It shows what was recognised and which \
                    lines were not, and asks once how they come (`b` bus…) and who hands over \
                    (`u` USBP…); Enter brings it in. `a` announces a group that has no list yet.
                    """),
                Bilingual(
                    """
                    Enter en el grupo: pase de lista. Una letra por persona: `t` con todo, `p` \
                    con parte, `v` le falta todo, `s` no traía, `x` no llegó, `a` fuera de \
                    lista, `m` menor sola o solo, `h` salud. Dos cifras saltan al número. `o` \
                    escribe la hoja en papel. `l` y `c` son los conteos en la línea y en sala; \
                    `b` cuadra el grupo.
                    """,
                    """
                    Enter on the group: roll call. One letter a person: `t` with everything, `p` \
                    with part, `v` all is missing, `s` had none, `x` did not come, `a` off the \
                    list, `m` child alone, `h` health. Two digits jump to the number. `o` prints \
                    the sheet. `l` and `c` are the counts at the line and in the room; `b` \
                    balances the group.
                    """),
                Bilingual(
                    """
                    En la cola, `s` hace la valoración inicial, una persona tras otra (`0`: se \
                    preguntó, nada; letras y Enter: lo que necesita; Esc termina la ronda). `F2` \
                    llama a quien sigue y Enter abre su entrevista.
                    """,
                    """
                    In the queue `s` asks the first questions, one person after another (`0`: \
                    asked, nothing; letters and Enter: what they need; Esc ends the round). `F2` \
                    calls the next one and Enter opens the interview.
                    """),
                Bilingual(
                    """
                    En la ficha: Enter entrevista, `m` medio de acreditación, `i` constancia, \
                    `F7` salida, `u` deshace lo suyo. `F12` o `Ctrl-T` tapan nombres; tras un \
                    minuto sin teclas la pantalla se tapa sola y cualquier tecla la destapa. \
                    `F1` dice todas las teclas de la pantalla, y otra vez `F1` qué se hace en \
                    ella, quién y con qué fundamento; `F9` da letras si una F no llega.
                    """,
                    """
                    On the card: Enter interview, `m` proof of nationality, `i` certificate, \
                    `F7` exit, `u` takes back your own. `F12` or `Ctrl-T` cover names; after a \
                    minute without keys the screen covers itself and any key uncovers it. `F1` \
                    tells all the keys of the screen, and `F1` again what is done on it, by whom \
                    and on what ground; `F9` has letters where an F-key does not arrive.
                    """),
            ])
        ])

    static let interview = Chapter(
        Bilingual("La entrevista", "The interview"),
        [
            .text(
                Bilingual(
                    """
                    Empieza por el aviso de privacidad (`p` leído, `h` entregado, `l` en su lengua, \
                    `i` con intérprete) y sigue en el orden de preguntar: una letra o dos bastan y \
                    el cursor avanza solo; lo que ya dice la lista o el grupo se ve con `=` y se \
                    salta. `F8` repite (detenida donde vivía, va a donde nació). Fechas: `3/7/90`, \
                    `030790`, `1990`, una edad. `-` es «no sabe» y `.` «no respondió» donde se \
                    puede. Con el mínimo completo, Enter guarda; `AvPág` sigue con identidad, \
                    perfil, retorno, NNA, trabajo y salud. `n` en Turno pone la afluencia: nueve \
                    respuestas, con motivo.
                    """,
                    """
                    It begins with the privacy notice (`p` read, `h` handed over, `l` in their \
                    language, `i` with an interpreter) and goes on in the order of asking: a letter \
                    or two are enough and the cursor goes on by itself; what the list or the group \
                    already says stands with `=` and is passed. `F8` repeats (held where they lived, \
                    goes to where they were born). Dates: `3/7/90`, `030790`, `1990`, an age. `-` is \
                    «does not know» and `.` «did not answer» where that may be. With the minimum \
                    complete Enter saves; `PgDn` goes on with identity, profile, return, children, \
                    work and health. `n` in Shift sets peak: nine answers, with a reason.
                    """)),
            .text(
                Bilingual(
                    """
                    El último campo del mínimo acredita la nacionalidad con el papel que trae, en \
                    una letra. Un municipio se escribe y se ofrece con su estado (`F4` los muestra); \
                    una CURP dice enseguida en qué no coincide con lo escrito.
                    """,
                    """
                    The last field of the minimum proves the nationality by the paper they bring, in \
                    one letter. A municipality is typed and offered with its state (`F4` shows \
                    them); a CURP says at once where it does not agree with what is typed.
                    """)),
        ])

    static let hereBefore = Chapter(
        Bilingual("¿Vino antes?", "Here before?"),
        [
            .text(
                Bilingual(
                    """
                    La ficha, la entrevista y el alta fuera de lista lo dicen mientras se escribe \
                    («misma persona», «posible»). En la ficha `F4` `v`, en la entrevista `F3`, \
                    compara: `m` es la misma, `n` no lo es, `x` separa de sus retornos. Nada se une \
                    solo. `garita match LISTA` lo revisa antes de que llegue el autobús.
                    """,
                    """
                    The card, the interview and adding somebody off the list tell it while you type \
                    («same person», «possible»). On the card `F4` `v`, in the interview `F3` \
                    compares: `m` is the same, `n` is not, `x` parts them from their returns. \
                    Nothing joins by itself. `garita match LIST` looks before the bus comes.
                    """))
        ])
}
