import Repatriation

/// Visitors, and what was written on paper.
extension Chapter {
    static let askedFor = Chapter(
        Bilingual("Preguntan por", "Asked for"),
        [
            .text(
                Bilingual(
                    """
                    `F9` `p` anota quién pregunta en la puerta y por quién, y da la frase que se \
                    dice: nunca si está. Si puede ser alguien de adentro, su ficha y la jefatura lo \
                    ven (de menores de 18, sólo OPI y jefatura): se le pregunta a solas y `F4` `p` \
                    anota qué responde; una niña, niño o adolescente no sale antes.
                    """,
                    """
                    `F9` `p` notes who asks at the gate and for whom, and gives the sentence to say: \
                    never whether they are here. Where it may be somebody inside, their card and the \
                    lead see it (of those under 18 only OPI and the lead): they are asked alone and \
                    `F4` `p` notes the answer; a child does not leave before.
                    """))
        ])

    static let fromPaper = Chapter(
        Bilingual("De papel", "From paper"),
        [
            .text(
                Bilingual(
                    """
                    Un pase de lista hecho en papel se captura con `r` en el pase: sólo las \
                    excepciones (`19x3 21v`) y cuántas se contaron en la sala; si no coincide, no se \
                    recibe a nadie. Lo escrito en las hojas de un apagón se captura con `F9` `c`: se \
                    elige la hoja por su folio y la hora que lleva, y lo que se haga después queda a \
                    esa hora, con ◷ en la bitácora y con la hora en que se capturó \
                    (`{"do":"receive",…,"occurredAt":"…","sheet":"NOG-26-…"}`); `z` termina. Una \
                    constancia del cajón que se dio a una persona se expide con su folio. Llamar, \
                    abrir ventanillas, deshacer y lo que confirman dos personas son de ahora.
                    """,
                    """
                    A roll call made on paper is typed in with `r` in the roll call: only the \
                    exceptions (`19x3 21v`) and how many were counted in the room; where that does \
                    not agree nobody is received. What was written on the sheets of a power cut is \
                    typed in with `F9` `c`: choose the sheet by its folio and the hour on it, and \
                    what is done after that stands at that hour, with ◷ in the journal and with the \
                    hour at which it was typed \
                    (`{"do":"receive",…,"occurredAt":"…","sheet":"NOG-26-…"}`); `z` ends it. A \
                    certificate of the drawer that somebody was given is issued with its folio. \
                    Calling, opening desks, taking back and what two people confirm are of now.
                    """))
        ])
}
