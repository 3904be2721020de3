import Drill
import Repatriation
import Screens

/// The manual's chapter for those who teach several at once.
struct ClassChapter {
    let language: Language

    /// What a class is, how it is led, and each key of its file.
    var book: Book {
        let title = language("Dar una clase", "Teaching a class")
        var book = Book(title, language)
        book.add(.heading(title, level: 1))
        for words in ClassChapter.told { book.add(.text(words(language))) }
        book.add(
            .heading(language("El archivo de la clase", "The file of the class"), level: 2),
            .list(ScenarioKey.ofClass.map(ScenarioChapter(language: language).words)))
        return book
    }

    private static let told = [
        Bilingual(
            "`garita demo --class ARCHIVO` abre la consola de quien instruye: un renglón por "
                + "persona, con su pantalla, su reloj, su espera más larga y sus faltas. Cada quien "
                + "entra en su terminal, en la misma cuenta, con `garita demo --join ARCHIVO`, y "
                + "elige su nombre; si su terminal se cierra, vuelve a entrar y sigue.",
            "`garita demo --class FILE` opens the trainer's console: one line for each person, with "
                + "their screen, clock, longest wait and faults. Each comes in at a terminal of "
                + "their own, in the same account, with `garita demo --join FILE`, and chooses their "
                + "name; whose terminal closes comes in again and goes on."),
        Bilingual(
            "En la consola: `p` detiene el reloj, `+` y `-` cambian su velocidad, `i` hace que pase "
                + "algo del escenario, `m` manda un mensaje, `n` anota para el final, `v` vuelve a "
                + "un minuto marcado, Enter mira sobre el hombro (y se le dice a quien practica) y "
                + "`e` escribe los resultados, en CSV y para imprimir. En el primer renglón, a toda "
                + "la clase; en los demás, a una persona.",
            "At the console: `p` stops the clock, `+` and `-` change its speed, `i` lets something "
                + "of the scenario happen, `m` sends a message, `n` notes something for the end, `v` "
                + "goes back to a marked minute, Enter looks over the shoulder (and the trainee is "
                + "told) and `e` writes the results, as CSV and to print. On the first line, to the "
                + "whole class; on the others, to one person."),
        Bilingual(
            "Los resultados van en el orden de la lista, nunca por lugares. `garita debrief` de cada "
                + "archivo de la carpeta dice lo de cada quien. Un `garita demo --scenario NOMBRE "
                + "--keep ARCHIVO` también se acompaña así: `garita demo --join ARCHIVO` abre su "
                + "consola en otra terminal.",
            "Results stand in the order of the list, never ranked. `garita debrief` of each file of "
                + "the folder says what concerns each. A `garita demo --scenario NAME --keep FILE` is "
                + "led in the same way: `garita demo --join FILE` opens its console at another "
                + "terminal."),
    ]
}
