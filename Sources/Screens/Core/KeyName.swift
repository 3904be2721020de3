import Repatriation
import Terminal

extension Key {
    /// As hints show it: what stands on the keyboard of that language.
    var name: Bilingual {
        switch self {
        case .character(" "): Bilingual("Espacio", "Space")
        case .character(let character): Bilingual(String(character), String(character))
        case .control(let letter):
            Bilingual("Ctrl-\(letter.uppercased())", "Ctrl-\(letter.uppercased())")
        case .function(let number): Bilingual("F\(number)", "F\(number)")
        case .enter: Bilingual("Enter", "Enter")
        case .escape: Bilingual("Esc", "Esc")
        case .tab: Bilingual("Tab", "Tab")
        case .backTab: Bilingual("Mayús-Tab", "Shift-Tab")
        case .up: Bilingual("↑", "↑")
        case .down: Bilingual("↓", "↓")
        case .left: Bilingual("←", "←")
        case .right: Bilingual("→", "→")
        case .home: Bilingual("Inicio", "Home")
        case .end: Bilingual("Fin", "End")
        case .pageUp: Bilingual("RePág", "PgUp")
        case .pageDown: Bilingual("AvPág", "PgDn")
        case .backspace: Bilingual("Retroceso", "Backspace")
        case .delete: Bilingual("Supr", "Del")
        case .insert: Bilingual("Ins", "Ins")
        case .paste: Bilingual("pegar", "paste")
        }
    }
}
