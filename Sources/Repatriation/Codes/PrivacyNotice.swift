/// The short privacy notice that is read before anything is asked (Ley General de Protección de
/// Datos Personales en Posesión de Sujetos Obligados, 2025).
package enum PrivacyNotice {
    /// The version of the text.
    package static let version = 1

    /// The text to read aloud: twelve seconds.
    package static let text = Bilingual(
        """
        Sus datos los recaba el INM para registrar su recepción y ofrecerle apoyos. Lo de salud, \
        lengua o si fue víctima sólo lo ve quien le atiende. Puede verlos, corregirlos o pedir que \
        se cancelen. El aviso completo está en la pared y en su hoja.
        """,
        """
        INM takes your data to register your reception and to offer help. Health, language, or \
        being a victim is seen only by those who attend you. You may see, correct or cancel them. \
        The whole notice is on the wall and on your sheet.
        """)
}
