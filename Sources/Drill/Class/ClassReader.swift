import Repatriation

/// Reads a class, and tells everything that is wrong with it, each with its line.
///
/// JSON5 with Spanish keys, as scenarios: ``ScenarioKey/ofClass`` tells each.
package enum ClassReader {
    /// The most trainees of a class.
    package static let most = 20

    /// What was read.
    package enum Reading: Sendable, Equatable {
        case whole(PracticeClass)
        /// In the order of the lines.
        case wrong([FileProblem])
    }

    /// Whether a text is meant to be a class: a scenario names no other scenario.
    package static func isClass(_ text: String) -> Bool {
        guard let written = try? JSON5Reader.read(text), case .object(let members) = written.value
        else { return false }
        return members.contains { $0.key == "escenario" }
    }

    /// The class that a text is, or what is wrong with it. O(n).
    package static func read(_ text: String) -> Reading {
        let written: Written
        do { written = try JSON5Reader.read(text) } catch { return .wrong([error]) }
        let problems = FileProblems()
        guard var part = WrittenPart(written, problems) else { return .wrong(problems.all) }
        var read = PracticeClass()
        read.title = part.text("titulo") ?? ""
        read.scenario = part.requiredText("escenario")
        read.folder = part.requiredText("carpeta")
        read.people = people(&part)
        read.form = part.code("forma") ?? .oneEach
        read.seed = part.integer("semilla", 1...(1 << 40))
        read.from = hour(&part)
        read.speed = part.integer("velocidad", 1...240) ?? 1
        for key in ["escenario", "carpeta", "personas", "desde"] {
            read.lines[key] = part.line(of: key)
        }
        part.finish()
        let found = problems.inOrder
        return found.isEmpty ? .whole(read) : .wrong(found)
    }

    private static func hour(_ part: inout WrittenPart) -> TimeOfDay? {
        guard let text = part.text("desde") else { return nil }
        let hour = TimeOfDay(text: text)
        if hour == nil {
            part.wrong("desde", "toma una hora: \"22:40\".", "takes an hour: \"22:40\".")
        }
        return hour
    }

    private static func people(_ part: inout WrittenPart) -> [String] {
        guard let names = part.texts("personas") else {
            part.isMissing("personas")
            return []
        }
        if !(1...most).contains(names.count) {
            part.wrong(
                "personas", "toma de 1 a \(most) nombres.", "takes 1 to \(most) names.")
        }
        var files: Set<String> = []
        for name in names {
            let file = PracticeClass.file(of: name)
            if file.isEmpty || name.count > 60 {
                part.wrong(
                    "personas", "«\(name)» no es un nombre de hasta 60 letras.",
                    "«\(name)» is no name of up to 60 letters.")
            } else if !files.insert(file).inserted {
                part.wrong(
                    "personas", "«\(name)» está dos veces.", "«\(name)» stands twice.")
            }
        }
        return names
    }
}
