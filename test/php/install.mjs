// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findExecutable, installPackages, warn } from '../packages.mjs';

/** The extensions that the tests need, with Debian's packages. */
const EXTENSIONS = {
  curl: 'php-curl',
  mbstring: 'php-mbstring',
  pdo_mysql: 'php-mysql',
  pdo_pgsql: 'php-pgsql',
  pdo_sqlite: 'php-sqlite3',
  sodium: 'php-cli',
  xml: 'php-xml',
};

/** Where Debian's package has it. */
export const WORDPRESS = '/usr/share/wordpress';

const needed = {
  PHP: {
    find: findPhp,
    packages: ['php-cli', ...new Set(Object.values(EXTENSIONS))],
    untested: 'ITS BACK END',
  },
  PHP_CodeSniffer: {
    find: () => findExecutable('phpcs'),
    packages: ['php-codesniffer'],
    untested: 'THE STYLE OF ITS SOURCES',
  },
  'Symfony’s and PSR-7’s requests': {
    find: findFrameworks,
    packages: ['php-symfony-http-foundation', 'php-nyholm-psr7'],
    untested: 'HOW THEY ARE READ',
  },
  MariaDB: { find: findMariaDb, packages: ['mariadb-server'], untested: 'THE STORE OF PHP IN IT' },
  WordPress: {
    find: findWordPress,
    packages: ['wordpress', 'wordpress-theme-twentytwentythree'],
    untested: 'THE PLUGIN FOR IT',
  },
};

/** PHP, if it has all that the tests need. */
export function findPhp() {
  const php = findExecutable('php');
  const modules = php ? spawnSync(php, ['-m'], { encoding: 'utf8' }).stdout.toLowerCase().split('\n') : [];
  return Object.keys(EXTENSIONS).every((name) => modules.includes(name)) ? php : undefined;
}

/** Where Debian's packages have them: PHP finds them there by itself. */
export function findFrameworks() {
  const files = ['Symfony/Component/HttpFoundation/autoload.php', 'Nyholm/Psr7/autoload.php'];
  return files.every((file) => existsSync(`/usr/share/php/${file}`));
}

export function findMariaDb() {
  return findExecutable('/usr/sbin/mariadbd', 'mariadbd');
}

export function findWordPress() {
  const files = ['wp-load.php', 'wp-content/themes/twentytwentythree/style.css'];
  return files.every((file) => existsSync(`${WORDPRESS}/${file}`)) ? WORDPRESS : undefined;
}

/** Installs what is missing, if that needs no prompt, and says what still is. */
export function installPhp() {
  const missing = () => Object.entries(needed).filter(([, { find }]) => !find());
  installPackages(...missing().map(([, { packages }]) => packages));
  for (const [name, { packages, untested }] of missing()) {
    warn(`${name} is missing, ${untested} IS NOT TESTED. On Debian: apt-get install ${packages.join(' ')}`);
  }
}
