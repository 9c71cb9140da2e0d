/** What the actor's providers offer, and what in a text asks for it. */
export const suggestion = { asked: 'ask: ', given: 'total / count;\n  return total;' };
/** An edit away from the caret. */
export const nextEdit = { asked: 'soil', wrong: 'getSoul()', right: 'getSoil()' };
export const word = 'zzcompleted';
/** Behind a dot. */
export const method = { label: 'addPlant', snippet: 'addPlant(${1:name}, ${2:bed})$0' };
/** More than one Tab of white space in front: Tab indents before it accepts. */
export const indented = { asked: '// indented', given: '        return total;' };
