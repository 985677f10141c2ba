/** The script of a picture's page: begins when the page has been read. */

import Graph from "graphology";
import Sigma from "sigma";

globalThis.tripartite = { Graph, Sigma };
