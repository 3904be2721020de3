import Repatriation

/// A survey with a question of each kind.
package enum SmallSurvey {
    /// As a file says it.
    package static let text = """
        {
          id: "prueba", version: 1, es: "Prueba", en: "Trial", desde: 1, hasta: 3,
          secciones: [
            { es: "Casa", en: "Home", preguntas: [
              { id: "casa", tipo: "sino", es: "¿Tiene casa?", en: "Do you have a home?" },
              { id: "cual", tipo: "una", es: "¿Cuál?", en: "Which?",
                si: { pregunta: "casa", dice: ["yes"] },
                opciones: [
                  { id: "propia", es: "propia", en: "own" },
                  { id: "rentada", es: "rentada", en: "rented" },
                ] },
              { id: "con", tipo: "varias", es: "¿Con quién?", en: "With whom?",
                opciones: [
                  { id: "hijas", es: "hijas", en: "daughters" },
                  { id: "madre", es: "madre", en: "mother" },
                  { id: "nadie", es: "nadie", en: "nobody", sola: true },
                ] },
              { id: "cuantas", tipo: "numero", de: 1, a: 20, es: "¿Cuántas?", en: "How many?" },
              { id: "desde", tipo: "fecha", es: "¿Desde cuándo?", en: "Since when?" },
              { id: "falta", tipo: "texto", es: "¿Qué falta?", en: "What is missing?" },
            ] },
          ],
        }
        """

    /// What it asks, in a version; and from which month on where that is another.
    package static func form(version: Int = 1, fromMonth first: Int? = nil) -> SurveyForm {
        guard case .whole(var form) = SurveyReader.read(text) else { return SurveyForm() }
        form.version = version
        if let first { form.months = first...form.months.upperBound }
        return form
    }
}
