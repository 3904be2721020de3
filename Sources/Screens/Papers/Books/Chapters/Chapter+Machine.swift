import Repatriation

/// Lists and practice.
extension Chapter {
    static let lists = Chapter(
        Bilingual("Listas", "Lists"),
        [
            .text(
                Bilingual(
                    """
                    Entra toda persona que la lista nombra, con el número del papel; lo que no se \
                    lee queda en sus notas y se pregunta en la ventanilla. Lo que la lista deja \
                    abierto se pregunta antes de escribir nada: `--date-order`, `--sex`, `--names`, \
                    `--encoding`, `--without birthDate`. Un `.xlsx`, `.ods` o `.pdf` se lee con \
                    `xlsx2csv`, `soffice` o `pdftotext` donde estén instalados; si no, copie las \
                    celdas y péguelas en el grupo (`i`). En la terminal: `garita import list ARCHIVO \
                    --point NOG --mode bus --authority USBP`.
                    """,
                    """
                    Everybody whom the list names comes in, with the number of the paper; what \
                    cannot be read stays in their notes and is asked at the desk. What the list \
                    leaves open is asked before anything is written: `--date-order`, `--sex`, \
                    `--names`, `--encoding`, `--without birthDate`. An `.xlsx`, `.ods` or `.pdf` is \
                    read with `xlsx2csv`, `soffice` or `pdftotext` where they are installed; else \
                    copy the cells and paste them in the group (`i`). At the terminal: `garita \
                    import list FILE --point NOG --mode bus --authority USBP`.
                    """))
        ])

    static let practice = Chapter(
        Bilingual("Practicar", "Practising"),
        [
            .text(
                Bilingual(
                    """
                    `garita demo --tour` es un recorrido guiado de diez minutos, y se borra al \
                    final. `garita demo --point NOG` abre un día inventado en la ventanilla 1. En \
                    `demo-data/` hay dos listas: `garita import list demo-data/lista_eua_24.csv \
                    --point NOG --mode bus --authority USBP`.
                    """,
                    """
                    `garita demo --tour` is a guided tour of ten minutes, removed at its end. \
                    `garita demo --point NOG` opens an invented day at desk 1. In `demo-data/` there \
                    are two lists: `garita import list demo-data/lista_eua_24.csv --point NOG --mode \
                    bus --authority USBP`.
                    """)),
            .text(
                Bilingual(
                    """
                    `garita demo --list` nombra los escenarios; el primero es `garita demo \
                    --scenario manana`. Usted hace todo lo de su punto; lo que pasa se lee abajo y \
                    en `F9` `z`: ahí el reloj se detiene (espacio), va más rápido o más lento (`+`, \
                    `-`), al próximo grupo (`l`), y `p` da una pista. `--from 23:41` empieza en esa \
                    hora y `--keep ARCHIVO` la conserva: `garita debrief ARCHIVO` dice qué se logró, \
                    qué faltó, con qué fundamento y para cuándo se corrige (`--html`; `--msel` para \
                    quien instruye). `--show-keys` deja en la esquina las tres últimas teclas, nunca \
                    lo que se teclea en reserva. Quien escribe escenarios los revisa con `garita \
                    demo --check ARCHIVO`, renglón por renglón, y `--play good` los juega solos.
                    """,
                    """
                    `garita demo --list` names the scenarios; the first is `garita demo --scenario \
                    manana`. You do everything of your point; what happens is read below and at `F9` \
                    `z`: there the clock stops (space), goes faster or slower (`+`, `-`), to the \
                    next group (`l`), and `p` gives a hint. `--from 23:41` begins at that hour and \
                    `--keep FILE` keeps it: `garita debrief FILE` says what was reached, what was \
                    missed, on what ground and by when it is mended (`--html`; `--msel` for \
                    trainers). `--show-keys` leaves the last three keys in the corner, never what is \
                    typed in reserve. Whoever writes scenarios checks them with `garita demo --check \
                    FILE`, line by line, and `--play good` plays them by themselves.
                    """)),
            .text(
                Bilingual(
                    """
                    Lo de una práctica dice «PRÁCTICA · SIN VALIDEZ OFICIAL» en cada papel, y un \
                    respaldo suyo no se pone en el lugar de un archivo de personas reales, ni al \
                    revés.
                    """,
                    """
                    What comes of a practice says «PRÁCTICA · SIN VALIDEZ OFICIAL» on each paper, \
                    and its backup is not put in the place of a file of real people, nor the other \
                    way round.
                    """)),
        ])
}
