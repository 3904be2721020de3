/// On what an age rests.
package enum AgeSource: String, Code { case said, appearance, document, procuraduria }
