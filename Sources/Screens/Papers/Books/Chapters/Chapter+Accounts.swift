import Repatriation

/// Who may what, and who is who.
extension Chapter {
    static let permissions = Chapter(
        Bilingual("Quién puede qué", "Who may what"),
        [
            .text(
                Bilingual(
                    """
                    `garita officer list` dice quién es quién; la jefatura o la administración \
                    agregan oficiales (`garita officer add "Nombre Apellido" --roles officer,opi \
                    --account CUENTA`), dan o quitan funciones (`role OFICIAL +opi`, `-opi`; son \
                    officer, opi, health, beta, liaison, lead, trainer, auditor, administrator), \
                    suspenden y devuelven. Auditoría y administración las dan dos personas: una \
                    propone y otra repite la orden (desde su cuenta, o con `--as` y su contraseña). \
                    Quitar OPI, o suspender, cierra lo que abría: la ventanilla deja de atender a \
                    niñas, niños y adolescentes sin compañía, y a quien estaba ahí la llama primero \
                    la siguiente OPI. Lo que una función no lee se ve como `•••`. En una práctica, \
                    capacitación puede todo.
                    """,
                    """
                    `garita officer list` says who is who; the lead or the administration add \
                    officers (`garita officer add "Name Surname" --roles officer,opi --account \
                    ACCOUNT`), give or take functions (`role OFFICER +opi`, `-opi`; they are \
                    officer, opi, health, beta, liaison, lead, trainer, auditor, administrator), \
                    suspend and give back. Auditor and administrator are given by two people: one \
                    proposes and the other repeats the order (from their account, or with `--as` and \
                    their password). Taking OPI away, or suspending, closes what it opened: the desk \
                    no longer attends children alone, and whoever was there is called first by the \
                    next OPI. What a function does not read is seen as `•••`. In a practice the \
                    trainer may everything.
                    """)),
            .roles,
        ])

    static let accounts = Chapter(
        Bilingual("Cuentas y contraseñas", "Accounts and passwords"),
        [
            .text(
                Bilingual(
                    """
                    La cuenta del sistema entra como su oficial. Para actuar como otra persona hace \
                    falta su contraseña (`garita officer password` la pone o la cambia; en la \
                    terminal o con `--password-fd N`, nunca como argumento); la primera, que da la \
                    jefatura, se cambia al entrar. A quien tiene contraseña se le pide al abrir, y \
                    encuentra su pantalla cerrada tras ocho minutos sin teclas (de 5 a 15: `m` en \
                    Turno): la abre con ella o con su PIN (`garita officer pin`), en el mismo campo \
                    en que la dejó. Para que se siente otra persona: `F10`, `Tab` (`o` donde no se \
                    pide contraseña), su número en la lista y su contraseña.
                    """,
                    """
                    The system's account comes in as its officer. To act as somebody else takes \
                    their password (`garita officer password` sets or changes it; at the terminal or \
                    with `--password-fd N`, never as an argument); the first one, which the lead \
                    gives, is changed on coming in. Whoever has a password is asked for it at the \
                    start, and finds the screen closed after eight minutes without keys (5 to 15: \
                    `m` in Shift): it opens with the password or the PIN (`garita officer pin`), in \
                    the same field in which it was left. For somebody else to sit down: `F10`, `Tab` \
                    (`o` where no password is asked), their number in the list and their password.
                    """))
        ])

    static let twoPeople = Chapter(
        Bilingual("Dos oficiales son dos personas", "Two officers are two people"),
        [
            .text(
                Bilingual(
                    """
                    En todo lo que piden dos, una al menos da su contraseña: la cuenta del sistema \
                    vale por una sola, también en un mostrador que comparten varias (una contraseña \
                    puesta sin otra prueba que la cuenta vale ese día lo que la cuenta). A quien \
                    alguien agregó, o dio cuenta o contraseña, en las últimas 24 horas no la \
                    confirma ni le confirma quien se la dio, ni las confirma entre sí a dos que \
                    vienen de la misma persona; el primer día de un archivo, las que agregó la \
                    primera jefatura sí se confirman entre ellas. La contraseña propia la cambia \
                    quien la sabe; si se olvida, `garita officer password NOMBRE` lo pide una \
                    persona y lo repite otra, y vale la que escribe la segunda. Así también `bind` y \
                    `rename` para quien ya tiene cuenta o contraseña. En una práctica nadie prueba \
                    quién es.
                    """,
                    """
                    In everything that takes two, one at least gives a password: the system's \
                    account counts for one alone, also at a counter that several share (a password \
                    set on no other proof than the account is worth on that day what the account \
                    is). Whoever was added, or given an account or a password, in the last 24 hours \
                    is neither confirmed by whoever gave it nor confirms them, nor do two who come \
                    from the same person confirm each other; on the first day of a file those whom \
                    the first lead added do confirm each other. One's own password is changed by \
                    whoever knows it; when it is forgotten, `garita officer password NAME` is asked \
                    by one person and repeated by another, and the one that the second types holds. \
                    So also `bind` and `rename` for whoever has an account or a password already. In \
                    a practice nobody proves who they are.
                    """))
        ])

    static let points = Chapter(
        Bilingual("Puntos", "Points of the catalogue"),
        [
            .text(
                Bilingual(
                    """
                    Un punto con personas adentro o por localizar, con grupos sin concluir o con el \
                    turno abierto no se desactiva.
                    """,
                    """
                    A point with people inside or not located, with groups that are not concluded, \
                    or with the shift open is not switched off.
                    """))
        ])
}
