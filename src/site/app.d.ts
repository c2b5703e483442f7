import type { IncomingMessage } from 'node:http';
import type { Language } from '../model/index.ts';
import type { Showcase } from '../publish/pages.ts';
import type { View } from '../publish/types.ts';

declare global {
  namespace App {
    interface Locals {
      showcase: Showcase;
      /** Who looks, in the language of the address; English where the address names none. */
      view: View;
      /** Language that the address names. */
      language?: Language;
      /** Somebody on the machine itself who asked to see what readers elsewhere see. */
      asReader: boolean;
      /** Protocol and host as the reader typed them, for absolute links. */
      origin: string;
    }
    interface Platform {
      req?: IncomingMessage;
    }
    interface Error {
      message: string;
    }
  }
}
