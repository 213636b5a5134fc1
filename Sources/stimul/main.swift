print("stimul")
