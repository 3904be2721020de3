import Repatriation

/// Help, referrals and papers.
extension Chapter {
    static let material = Chapter(
        Bilingual("Material, bolsas y seguimiento", "Material, bags and follow-up"),
        [
            .text(
                Bilingual(
                    """
                    `F9` `m`: cuánto queda de cada cosa (los apoyos lo descuentan) y las bolsas en \
                    custodia (`F4` `b` en Canalizar y apoyar). `F9` `i`: las instituciones del \
                    punto, que la jefatura agrega y cambia. `F9` `e`: a quién hay que contactar \
                    (`F4` `s` en Canalizar y apoyar lo pide, a 7 o 30 días, si la persona lo \
                    autorizó). `F9` `h` imprime la hoja de orientación, la misma para todas las \
                    personas adultas y la misma para todas las menores; sus teléfonos son datos: \
                    `garita catalog amend telefonos 911 es=emergencias`.
                    """,
                    """
                    `F9` `m`: how much is left of each thing (help is taken off it) and the bags in \
                    custody (`F4` `b` in Refer and help). `F9` `i`: the point's institutions, which \
                    the lead adds and changes. `F9` `e`: whom to contact (`F4` `s` in Refer and help \
                    asks for it, in 7 or 30 days, where the person agreed). `F9` `h` prints the \
                    orientation sheet, the same for all adults and the same for all children; its \
                    phones are data: `garita catalog amend telefonos 911 es=emergencias`.
                    """))
        ])

    static let referring = Chapter(
        Bilingual("Canalizar y apoyar", "Referring and helping"),
        [
            .text(
                Bilingual(
                    """
                    En la ficha, `F5`: lo que se sugiere y por qué (su número lo envía), `F5` \
                    cualquier otra, la institución con sus lugares y una sola pregunta de \
                    consentimiento para los servicios comunes («no» también se anota). `y` anota \
                    apoyos, a una persona o, desde Grupos, a todo el grupo menos quien se diga; `F4` \
                    `r` reclama lo que falta de sus pertenencias; `x` detiene lo que dependía de su \
                    consentimiento. `F5` en la cola es la lista de trabajo: primero lo vencido, \
                    Enter anota la respuesta. Las instituciones de cada punto son datos: `garita \
                    catalog list providers`.
                    """,
                    """
                    On the card `F5`: what is suggested and why (its number sends it), `F5` any \
                    other, the institution with its places and a single question of consent for \
                    common services («no» is noted too). `y` notes help, to one person or, from \
                    Groups, to the whole group but those you say; `F4` `r` claims what is missing of \
                    their belongings; `x` stops what rested on their consent. `F5` in the queue is \
                    the work list: late first, Enter notes the answer. The institutions of each \
                    point are data: `garita catalog list providers`.
                    """))
        ])

    static let papers = Chapter(
        Bilingual("Papeles", "Papers"),
        [
            .text(
                Bilingual(
                    """
                    `i` en la ficha expide la constancia y la imprime; queda en la charola (`F9` \
                    `k`) hasta que se dice cómo se entregó: `f` firmó, `h` huella, `z` no quiso, \
                    `F4` firmó con intérprete (sin intérprete nadie firma lo que no entiende); `i` \
                    la reimprime y lo dice. Con la constancia ya expedida, `i` en la ficha la \
                    imprime otra vez o la anula (`x`, con motivo): la siguiente dice a cuál \
                    sustituye; después de la salida lo hace la jefatura. El reclamo y el acta pasan \
                    por la misma charola. Sin impresora, o si falla, el papel queda en una carpeta \
                    de la cuenta.
                    """,
                    """
                    `i` on the card issues the certificate and prints it; it lies in the tray (`F9` \
                    `k`) until it is said how it was handed over: `f` signed, `h` fingerprint, `z` \
                    declined, `F4` signed with an interpreter (without one nobody signs what they do \
                    not understand); `i` prints it again and says so. With the certificate issued, \
                    `i` on the card prints it again or cancels it (`x`, with a reason): the next one \
                    says which it replaces; after the exit the lead does that. The claim and the \
                    acta go through the same tray. Without a printer, or when it fails, the paper \
                    stays in a folder of the account.
                    """)),
            .text(
                Bilingual(
                    """
                    La impresora se nombra en el entorno: `GARITA_PRINTER="lp -d recepcion"`, \
                    `GARITA_PAPER=carta|t48|t32`, \
                    `GARITA_PRINTER_ENCODING=utf-8|cp858|cp1252|ascii`, \
                    `GARITA_PRINTER_START=1b7413` (bytes antes de cada papel: ésos eligen la página \
                    858), `GARITA_PRINTER_CUT=1d5600`, `GARITA_PRINTER_SECONDS=20` (lo que se le \
                    espera); `garita papers test` da una página de prueba y `garita papers \
                    --contingency --point NOG` las hojas de un apagón, con folios que no se usan \
                    para otra cosa; una hoja rota se anula con \
                    `{"do":"cancelFolio","folio":"NOG-26-…","reason":"hoja rota"}` en `garita send`.
                    """,
                    """
                    The printer is named in the environment: `GARITA_PRINTER="lp -d recepcion"`, \
                    `GARITA_PAPER=carta|t48|t32`, \
                    `GARITA_PRINTER_ENCODING=utf-8|cp858|cp1252|ascii`, \
                    `GARITA_PRINTER_START=1b7413` (bytes before each paper: those choose code page \
                    858), `GARITA_PRINTER_CUT=1d5600`, `GARITA_PRINTER_SECONDS=20` (how long it is \
                    waited for); `garita papers test` gives a test page and `garita papers \
                    --contingency --point NOG` the sheets for a power cut, with folios that are used \
                    for nothing else; a torn sheet is cancelled with \
                    `{"do":"cancelFolio","folio":"NOG-26-…","reason":"hoja rota"}` in `garita send`.
                    """)),
        ])
}
