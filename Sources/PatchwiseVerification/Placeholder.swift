import Patchwise
