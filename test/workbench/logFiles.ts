import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * VS Code writes its logs by a native module that is not compiled here. Without it no log reaches the Output panel,
 * nor a file. This takes its place, as far as VS Code asks for it.
 */
const writer = `'use strict';
// In place of the native module, which is not compiled in this installation.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    mkdirSync(dirname(file), { recursive: true });
  }
  setLevel(level) { this.level = level; }
  getLevel() { return this.level; }
  setPattern() { this.raw = false; }
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.raw ? message : time + ' [' + names[level] + '] ' + message + '\\n');
  }
  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
}

exports.version = 0;
exports.setLevel = function () {};
exports.setFlushOn = function () {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
`;

/** Lets a server without the native module write its logs. */
export function writeLogFiles(server: string): void {
  const owner = join(server, 'node_modules/@vscode/spdlog');
  const main = join(owner, 'index.js');
  if (!existsSync(owner) || existsSync(join(owner, 'build')) || readFileSync(main, 'utf8') === writer) return;
  const made = `${main}.${process.pid}`;
  writeFileSync(made, writer);
  // At once, since a server may be starting from it.
  renameSync(made, main);
}
