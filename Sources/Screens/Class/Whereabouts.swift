import Repatriation
import Terminal

/// Where somebody is in the program: what a trainer sees of the step they are on.
package struct Whereabouts: Sendable, Equatable {
    /// The screen, as its first line says.
    package let screen: String
    /// The field that the cursor stands in; empty where it stands in none.
    package let field: String

    /// A screen and a field of it.
    package init(screen: String, field: String) { (self.screen, self.field) = (screen, field) }
}

extension App {
    /// Who is interviewed here, where keys may be counted: of nobody whose lane is open.
    package var plainPerson: Identifier<Reception>? {
        gate == nil ? (screens.last as? InterviewScreen)?.plainPerson : nil
    }

    /// Where whoever sits here is. What is typed is no part of it.
    package var whereabouts: Whereabouts {
        guard let screen = screens.last else { return Whereabouts(screen: "", field: "") }
        if gate != nil {
            return Whereabouts(screen: context.language("Entrada", "Sign-in"), field: "")
        }
        return Whereabouts(
            screen: screen.title(context), field: screen.field.map { $0(context.language) } ?? "")
    }
}
