import Repatriation

/// Several trainees who practise one scenario, and their trainer. Read from a file by
/// ``ClassReader``, which documents its keys.
package struct PracticeClass: Sendable, Equatable {
    /// How stores are shared out.
    package enum Form: String, CaseIterable, Sendable {
        /// A store for each trainee, from one scenario and one seed.
        case oneEach = "cada-quien"
        /// Several desks on one store.
        case together = "un-archivo"
    }

    /// As the console and the results call it.
    package var title = ""
    /// The scenario's name, or its file.
    package var scenario = ""
    /// What it is drawn with; nil is what the scenario says.
    package var seed: Int?
    /// Where the stores go.
    package var folder = ""
    /// Who learns, in the order of the list.
    package var people: [String] = []
    /// How stores are shared out.
    package var form = Form.oneEach
    /// Until which hour a good player works; nil is from the start.
    package var from: TimeOfDay?
    /// How many times faster than real time it begins.
    package var speed = 1
    /// On which line of the file each key stands.
    package var lines: [String: Int] = [:]

    /// Nothing written yet.
    package init() {}

    /// The name of somebody's store, without its ending: letters without accents, digits and `-`.
    package static func file(of name: String) -> String {
        String(NameText.folded(name).map { $0 == " " ? "-" : $0 }).filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
        }
    }
}
