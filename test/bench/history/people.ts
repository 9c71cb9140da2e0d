import type { Person } from '../../fixtures/gitRepo.ts';

export const me: Person = { name: 'Ines Ford', email: 'ines@fernwater.example' };

export const mates: readonly Person[] = ['Abel', 'Bea', 'Cleo', 'Dan'].map((name) => ({ name: `${name} Weir`, email: `${name.toLowerCase()}@fernwater.example` }));
